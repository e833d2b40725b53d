import { agencyIndex, allAgencies } from './agency-index.ts'
import { readUploads } from './entries.ts'
import { evaluateUpload } from './evaluate-upload.ts'
import { lapseNotices } from './lapse-notices.ts'
import { lastDossier } from './last-dossier.ts'
import { newUploadId } from './new-upload-id.ts'
import type { ServiceTools } from './ports.ts'
import { recheckAgency } from './recheck-agency.ts'
import type { Service } from './service.ts'
import { uploadsToday } from './upload-quota.ts'
import { uploadStatus } from './upload-status.ts'
import { verdictPage } from './verdict-page.ts'
import { latestVerdict, listVerdicts, readVerdict } from './verdicts.ts'

/** The service over its tools. */
export function createService(tools: ServiceTools): Service {
  const { verdicts } = tools
  return {
    evaluateUpload: (upload) => evaluateUpload(upload, tools),
    newUploadId: (code, instant, random) => newUploadId(code, instant, random, verdicts),
    uploadStatus: (code, uploadId) => uploadStatus(code, uploadId, verdicts),
    uploadsToday: (code, now, most) => uploadsToday(code, now, most, verdicts),
    listUploads: async (code) => readUploads(await agencyIndex(code, verdicts), verdicts),
    listVerdicts: (code) => listVerdicts(code, verdicts),
    latestVerdict: (code) => latestVerdict(code, verdicts),
    readVerdict: (code, id) => readVerdict(code, id, verdicts),
    verdictPage: (read, lang) => verdictPage(read, lang, tools),
    recheckAgency: (code, run) => recheckAgency(code, run, tools),
    acceptedDossier: (code, asOf) => lastDossier(code, asOf, tools),
    async *listAgencies() {
      for await (const { code } of allAgencies(verdicts)) yield code
    },
    lapseNotices: (today, notifier) => lapseNotices(today, notifier, tools),
  }
}
