import { problemLine } from '../../../bundle/manifest/problem-line.ts'
import { Refusal } from '../../../bundle/refusal.ts'
import { agencyMismatch } from '../../../service/agency-mismatch.ts'
import type { AgencyPageCall } from '../../page.ts'
import { readManifest } from './read-manifest.ts'

/** What the builder and the upload page are told of a manifest. */
type Check = { ok: true } | { ok: false; message: string; problems: { pointer?: string; text: string }[] }

/** Checks a manifest by the schema and the rule of ownership that its bundle will meet. */
export async function checkManifest({ context, agency, lang }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const type = context.req.header('Content-Type') ?? ''
  try {
    const { manifest } = await readManifest(bytes, type)
    const mismatch = agencyMismatch(manifest, agency)
    if (mismatch) throw mismatch
    return context.json({ ok: true } satisfies Check)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const name = error.entry ?? 'manifest'
    const problems = (error.problems ?? []).map((problem) => ({
      ...(problem.pointer !== undefined && { pointer: problem.pointer }),
      text: problemLine(problem, name, lang),
    }))
    const message = problems.length > 0 ? error.text[lang] : `${error.text[lang]} ${error.remedy[lang]}`
    return context.json({ ok: false, message, problems } satisfies Check)
  }
}
