import * as z from 'zod'
import type { Manifest } from '../../../src/dossier/manifest.ts'
import type { Paper, Signature } from './paper.ts'
import { longDay } from './words.ts'

const text = z.string()

/** What an office writes over and under its papers, from a day on; an agency that was merged wrote otherwise before. */
const period = z.strictObject({
  from: text,
  superior: text.optional(),
  agency: z.array(text),
  place: text,
  /** How the agency speaks of itself: `Sở Tư pháp`. */
  self: text,
  /** Abbreviation in numbers and signs: `STP`. */
  sign: text,
  /** Lines over the head's name: `GIÁM ĐỐC`. */
  head: z.array(text),
})

/** `office.json` beside a sample: what its manifest does not tell of its papers. */
export const officeSchema = z.strictObject({
  periods: z.array(period),
  /** Who takes minutes. */
  secretary: text,
  /** The unit that drafts and files: `Văn phòng`. */
  desk: text,
  /** Numbers and signs of papers whose manifest section has none, by path. */
  numbers: z.record(text, text),
  /** How a paper was made, by path, where it is no PDF with text. */
  forms: z.record(text, z.enum(['scan', 'signed', 'docx', 'doc', 'xlsx', 'tcvn3'])),
  /** Papers that say another thing than the manifest: what it would say in their place, by pointer. */
  otherwise: z.record(text, z.unknown()).optional(),
})
export type Office = z.infer<typeof officeSchema>

/** What the makers of papers are given: the manifest, the office, and the path that is being made. */
export interface Desk {
  manifest: Manifest
  office: Office
  path: string
}

/** The period a day falls in. */
export function periodOf({ periods }: Office, day: string): Office['periods'][number] {
  const found = periods.filter(({ from }) => from <= day).at(-1)
  if (found === undefined) throw new Error(`no period of the office holds ${day}`)
  return found
}

/** Heading and number of a paper of that day. */
export function headed({ office, path }: Desk, day: string, number = office.numbers[path]) {
  const { superior, agency, place } = periodOf(office, day)
  if (number === undefined) throw new Error(`office.json gives no number for ${path}`)
  return { ...(superior ? { superior } : {}), agency, number, place, date: longDay(day) }
}

/** The head's signature on a paper of that day. */
export function headSigns({ office }: Desk, day: string, name: string, lines?: readonly string[]): Signature {
  return { lines: lines ?? periodOf(office, day).head, name }
}

/** Heading of a document of the system, which has no number of its own. */
export function plainHeading({ office }: Desk, day: string): Pick<Paper, 'superior' | 'agency'> {
  const { superior, agency } = periodOf(office, day)
  return { ...(superior ? { superior } : {}), agency }
}
