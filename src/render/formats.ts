import type { Language } from '../core/errors.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { verdictCsv } from './csv.ts'
import { verdictHtml } from './html/page.ts'
import { verdictIcs } from './ics.ts'
import { verdictJunit } from './junit.ts'
import type { FormatOptions } from './renderer.ts'
import { verdictSarif } from './sarif.ts'
import { refusalText, verdictText } from './text.ts'

/** A way to write a verdict: a pure function, and the ending of its file. */
export interface Format {
  extension: string
  write(verdict: Verdict, options: FormatOptions): string
}

const json = (document: unknown) => `${JSON.stringify(document, null, 2)}\n`

/** Every format of a verdict, by the name it has on the command line. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { extension: 'txt', write: verdictText },
  json: { extension: 'json', write: json },
  html: { extension: 'html', write: verdictHtml },
  csv: { extension: 'csv', write: verdictCsv },
  junit: { extension: 'junit.xml', write: verdictJunit },
  sarif: { extension: 'sarif', write: verdictSarif },
  ics: { extension: 'ics', write: verdictIcs },
}

/** A refusal as text for a person, or as its document. */
export function writeRefusal(
  refusal: RefusalDocument,
  format: 'text' | 'json',
  lang: Language,
  width?: number,
): string {
  return format === 'json' ? json(refusal) : refusalText(refusal, lang, width)
}
