import { type Asking, post } from '../shared/ask.ts'
import { isMembers, type Members } from './value.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The manifest in a file, JSON or the workbook, as far as it is one at all; undefined where it is none.
 * @throws SignedOut; Lost
 */
export async function openManifest(file: File, asking: Asking): Promise<Members | undefined> {
  const value = /\.xlsx$/i.test(file.name) ? await fromWorkbook(file, asking) : fromJson(await file.text())
  return isMembers(value) && isMembers(value.agency) ? value : undefined
}

async function fromWorkbook(file: File, asking: Asking) {
  const answer = await post('/agency/manifest/opened', file.slice(0, file.size, XLSX), asking)
  return answer.ok ? answer.json() : undefined
}

function fromJson(text: string) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
