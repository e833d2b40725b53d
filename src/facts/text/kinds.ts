import type { DocumentFacts } from '../../dossier/reading.ts'
import { sameAddressee, sameAgency } from './agency-name.ts'
import { sameCode, sameDay, sameEdition, sameName, sameNumber, sameSign, sameWord } from './compare.ts'
import type { Kind } from './define-reading.ts'

/** What an act is known by: it cannot rightly differ from what is declared of that act. */
export const ACT_NUMBER: Kind = { against: 'text', differs: 'contradicts', compare: sameSign }
export const ACT_DAY: Kind = { against: 'day', differs: 'contradicts', compare: sameDay }
export const ACT_PERSON: Kind = { against: 'text', differs: 'contradicts', compare: sameName }
export const ACT_EDITION: Kind = { against: 'text', differs: 'contradicts', compare: sameEdition }
/** A list that an act annexes. */
export const ACT_CODES: Kind = { against: 'texts', differs: 'contradicts', compare: sameCode }
/** The day of a document of the system, which may bear the day it was issued beside the day it was approved. */
export const DOCUMENT_DAY: Kind = { against: 'day', differs: 'ambiguous', compare: sameDay }
/** One of several who may have signed: who wrote it, who checked it, who approved it. */
export const AMONG_SIGNERS: Kind = { against: 'text', differs: 'notFound', several: true, compare: sameName }
/** Persons of a list that a report may shorten. */
export const PEOPLE: Kind = { against: 'texts', differs: 'ambiguous', compare: sameName }
/** Items of a standard that a text may treat in other words. */
export const ITEMS: Kind = { against: 'texts', differs: 'notFound', compare: sameWord }
/** A count that a report may make by other kinds. */
export const COUNT: Kind = { against: 'number', differs: 'ambiguous', guard: true, compare: sameNumber }
/** To whom a document is addressed, among others. */
export const ADDRESSEE: Kind = { against: 'text', differs: 'ambiguous', several: true, compare: sameAddressee }
/** Who issued it: only an agency that is clearly another one raises a doubt. */
export const ISSUER: Kind = { against: 'text', differs: 'ambiguous', guard: true, several: true, compare: sameAgency }

/** Who issued a document, as its heading says. */
export const issuer = (facts: DocumentFacts) => facts.issuer
