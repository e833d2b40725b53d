import { zipSync } from 'fflate'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { documentOf } from '../of-year.ts'
import { lettersPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { draftFile, draftOf, UNPUBLISHED } from './draft-of.ts'
import { download } from './files.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const NO_DRAFT = { vi: 'Không có dự thảo', en: 'No draft' }

/**
 * The draft letter to one agency.
 * @throws PageProblem when it gets none
 */
export async function letterFile(call: AuthorityPageCall): Promise<Response> {
  const { context } = call
  const document = await documentOf(call)
  const agency = document.agencies.find(({ code }) => code === context.req.param('code'))
  const draft = agency ? await draftOf(call, document, agency) : { why: UNPUBLISHED }
  if ('why' in draft)
    throw new PageProblem(404, {
      title: NO_DRAFT,
      detail: draft.why,
      ways: [{ href: lettersPath(document.year), label: DESK_WORDS.letters }],
    })
  const { name, bytes } = await draftFile(draft.input)
  return download(context, bytes, DOCX, name)
}

/** All draft letters of a year in one ZIP. */
export async function allLetters(call: AuthorityPageCall): Promise<Response> {
  const document = await documentOf(call)
  const files: Record<string, Uint8Array> = {}
  for (const agency of document.agencies) {
    const draft = await draftOf(call, document, agency)
    if ('why' in draft) continue
    const { name, bytes } = await draftFile(draft.input)
    files[name] = bytes
  }
  // Word files are packed already.
  const zip = zipSync(files, { level: 0, mtime: `${document.asOf}T00:00:00` })
  return download(call.context, zip, 'application/zip', `van-ban-${document.year}.zip`)
}
