import { keptSecret } from '../kept-secret.ts'

/** The secret by which upload forms are signed, kept in a folder. */
export async function formKey(folder: string): Promise<string> {
  return Buffer.from(await keptSecret(folder, 'upload-form.key')).toString('hex')
}
