import { withValues } from '../../core/errors.ts'
import { bundleKey, makeUploadId, uploadAskedOn } from '../../service/keys.ts'
import type { UploadStatus } from '../../service/service.ts'
import { secondsToMidnight } from '../../service/upload-quota.ts'
import { Problem } from '../problems.ts'
import type { AgencyCall, ApiRoute } from '../route.ts'
import type { WebTools } from '../tools.ts'
import { readBody } from './body.ts'
import { pathParameter } from './parameters.ts'
import { type UploadInvitation, type UploadStatusAnswer, uploadRequest } from './schemas.ts'
import { UPLOADS_EXPECTED as EXPECTED, UPLOADS_TEXTS } from './words.ts'

const FILE_TYPE = 'application/zip'
/** Seconds after which asking again is worth while. */
const ASK_AGAIN_SECONDS = '5'

/** Asking for an upload, and asking what became of it. */
export const UPLOAD_ROUTES: readonly ApiRoute[] = [
  {
    id: 'askForUpload',
    method: 'POST',
    path: '/agencies/{code}/uploads',
    access: 'write-agency',
    audit: 'upload-asked',
    summary: UPLOADS_TEXTS.askForFormUpload,
    body: { schema: 'UploadRequest' },
    success: {
      status: 201,
      description: UPLOADS_TEXTS.formForZipFile,
      content: { 'application/json': 'UploadInvitation' },
    },
    problems: ['too-many-uploads', 'disk-full'],
    handle: askForUpload,
  },
  {
    id: 'uploadStatus',
    method: 'GET',
    path: '/agencies/{code}/uploads/{uploadId}',
    access: 'read-agency',
    summary: UPLOADS_TEXTS.whereUploadStands,
    success: {
      status: 200,
      description: UPLOADS_TEXTS.waitingNotUploadedOr,
      content: { 'application/json': 'UploadStatus' },
    },
    problems: ['erased'],
    handle: uploadStatus,
  },
]

async function askForUpload({ context, tools, agency }: AgencyCall): Promise<Response> {
  const { sha256 } = await readBody(context, uploadRequest, EXPECTED)
  const { maxUploadBytes, uploadSeconds } = tools.settings
  await checkUploadQuota(agency, tools)
  const now = tools.clock()
  const id = makeUploadId(now.toISOString(), tools.random())
  const form = await tools.presigner({
    key: bundleKey(agency, id),
    contentType: FILE_TYPE,
    maxBytes: maxUploadBytes,
    validSeconds: uploadSeconds,
    ...(sha256 !== undefined && { sha256: Buffer.from(sha256, 'hex').toString('base64') }),
  })
  await checkUploadQuota(agency, tools, id)
  const expiresOn = new Date(now.getTime() + uploadSeconds * 1000).toISOString()
  const invitation: UploadInvitation = {
    id,
    upload: { method: 'POST', ...form, fileField: 'file', maxBytes: maxUploadBytes, expiresOn },
    status: `/agencies/${agency}/uploads/${id}`,
    verdict: `/agencies/${agency}/verdicts/${id}`,
  }
  context.set('audited', { upload: id })
  return context.json(invitation, 201, { Location: invitation.status })
}

async function uploadStatus({ context, tools, agency }: AgencyCall): Promise<Response> {
  const id = pathParameter(context, 'uploadId')
  const status = await tools.service.uploadStatus(agency, id)
  if (status.state === 'waiting') context.header('Retry-After', ASK_AGAIN_SECONDS)
  return context.json(answerOf(status, agency, id))
}

function answerOf(status: UploadStatus, agency: string, id: string): UploadStatusAnswer {
  const asked = { id, askedOn: uploadAskedOn(id) }
  if (status.state === 'waiting') return { ...asked, state: 'waiting' }
  const { uploadedOn } = status.entry
  if (status.state === 'judged')
    return { ...asked, state: 'judged', uploadedOn, verdict: `/agencies/${agency}/verdicts/${id}` }
  const { problems, ...refusal } = status.refusal
  return {
    ...asked,
    state: 'refused',
    uploadedOn,
    refusal: { ...refusal, ...(problems && { problems: [...problems] }) },
  }
}

/**
 * Turns away an agency that has begun as many uploads today as one may. It is asked before an upload is noted, so that no
 * more are, and then for the noted one, since others may have been asked for at the same instant.
 * @param uploadId of the upload that was noted
 * @throws Problem `too-many-uploads`
 */
export async function checkUploadQuota(
  agency: string,
  { service, clock, settings }: Pick<WebTools, 'service' | 'clock' | 'settings'>,
  uploadId?: string,
): Promise<void> {
  const most = settings.uploadsPerDay
  const now = clock().toISOString()
  const isWithin =
    uploadId === undefined
      ? (await service.uploadsToday(agency, now, most)) < most
      : await service.isWithinQuota({ code: agency, uploadId }, now, most)
  if (isWithin) return
  const detail = withValues(UPLOADS_TEXTS.agencySentBundlesOr, { most })
  throw new Problem('too-many-uploads', detail, {
    headers: { 'Retry-After': String(secondsToMidnight(now)) },
  })
}
