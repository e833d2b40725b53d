import { type Asking, Lost } from '../shared/ask.ts'
import { checkManifest } from '../shared/check-manifest.ts'
import { fault, UploadFault } from './fault.ts'

/**
 * Makes sure that a manifest can be read: here as far as a script can tell, then by the service.
 * @returns whether it was read; not, where only the judgement can tell
 * @throws UploadFault with all places; SignedOut
 */
export async function confirmManifest({ name, content }: { name: string; content: Blob }, asking: Asking) {
  try {
    const check = await checkManifest(name, content, asking)
    if (check?.ok === false)
      throw new UploadFault(
        check.message.includes(name) ? check.message : `${name}: ${check.message}`,
        check.problems.map(({ text }) => text),
      )
    return check !== undefined
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    if (name.endsWith('.json')) await checkAlone(name, content)
    return false
  }
}

/** What can be said of a JSON manifest without the service. */
async function checkAlone(name: string, content: Blob): Promise<void> {
  const value = parsed(await content.text())
  if (value === undefined) throw fault('notJson', { name })
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== 'qms-bundle/1') throw fault('wrongFormat', { name })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
