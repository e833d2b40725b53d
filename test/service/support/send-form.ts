import type { UploadForm } from '../../../src/service/store.ts'

/** A form with some fields (by lower-case name) otherwise than they were signed; undefined leaves a field out. */
export interface SentForm {
  form: UploadForm
  file: Uint8Array | undefined
  changed?: Readonly<Record<string, string | undefined>>
  headers?: Readonly<Record<string, string>>
}

/** Sends a form as a browser does. */
export async function sendForm({
  form,
  file,
  changed = {},
  headers = {},
}: SentForm): Promise<{ status: number; text: string }> {
  const body = new FormData()
  const kept = Object.entries(form.fields).filter(([name]) => !(name.toLowerCase() in changed))
  for (const [name, value] of [...kept, ...Object.entries(changed)]) if (value !== undefined) body.append(name, value)
  if (file !== undefined) body.append('file', new Blob([new Uint8Array(file)]), 'hồ sơ.zip')
  const answer = await fetch(form.url, { method: 'POST', body, headers })
  return { status: answer.status, text: await answer.text() }
}
