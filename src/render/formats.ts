import type { Language } from '../core/errors.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { FormatOptions } from './renderer.ts'

/** A pure function from a verdict to a file. */
type WriteVerdict = (verdict: Verdict, options: FormatOptions) => string

/** A way to write a verdict: the ending of its file, and what writes it, which is loaded only when it is asked for. */
export interface Format {
  extension: string
  writer(): Promise<WriteVerdict>
}

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** Every format of a verdict, by the name it has on the command line. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { extension: 'txt', writer: async () => (await import('./text.ts')).verdictText },
  json: { extension: 'json', writer: async () => json },
  html: { extension: 'html', writer: async () => (await import('./html/page.ts')).verdictHtml },
  csv: { extension: 'csv', writer: async () => (await import('./csv.ts')).verdictCsv },
  junit: { extension: 'junit.xml', writer: async () => (await import('./junit.ts')).verdictJunit },
  sarif: { extension: 'sarif', writer: async () => (await import('./sarif.ts')).verdictSarif },
  ics: { extension: 'ics', writer: async () => (await import('./ics.ts')).verdictIcs },
}

/** A refusal as text for a person, or as its document. */
export async function writeRefusal(
  refusal: RefusalDocument,
  format: 'text' | 'json',
  lang: Language,
  width?: number,
): Promise<string> {
  return format === 'json' ? json(refusal) : (await import('./text.ts')).refusalText(refusal, lang, width)
}
