import * as z from 'zod'
import type { DocumentFacts, DocumentReading, SignatureReading } from '../dossier/reading.ts'

const signerValue = z.strictObject({
  name: z.string(),
  title: z.string().default('GIÁM ĐỐC'),
  capacity: z.enum(['KT.', 'TM.', 'TL.', 'TUQ.']).optional(),
})

/** A fact as a test says it: one reading or several, each its bare value, or with where it stands. */
function readings<V extends z.ZodType>(value: V) {
  const placed = z.strictObject({
    value,
    quote: z.string(),
    page: z.number().int().optional(),
    cell: z.string().optional(),
  })
  const one = z.union([placed, value.transform((bare) => ({ value: bare, quote: wordsOf(bare) }))])
  return z.union([z.array(one), one.transform((only) => [only])]).default([])
}

const wordsOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value)

const text = readings(z.string())
const facts = z.strictObject({
  number: text,
  date: text,
  issuer: text,
  kind: text,
  subject: text,
  signer: readings(signerValue),
  edition: text,
  addressee: text,
  codes: text,
  audit: z
    .strictObject({ from: text, to: text, team: text, units: text, nonconformities: readings(z.number()) })
    .prefault({}),
  review: z.strictObject({ heldOn: text, chair: text, inputs: text, outputs: text }).prefault({}),
})

const signature = z.strictObject({
  intact: z.boolean().default(true),
  trusted: z.boolean().default(true),
  complete: z.boolean().default(true),
  reason: z.string().optional(),
})

const content = z.strictObject({
  pages: z.int().nullable().default(1),
  words: z.int().default(200),
  inkedPages: z.int().nullable().default(null),
  textHash: z.string().nullable().default(null),
  drawnHash: z.string().nullable().default(null),
})

const reading = z.strictObject({
  text: z.enum(['read', 'scan', 'legacyFont', 'locked', 'unreadable', 'overBounds', 'none']).default('read'),
  reason: z.string().optional(),
  stamped: z.boolean().default(false),
  flags: z.array(z.enum(['trackedChanges', 'hiddenText', 'lettersLost', 'converted'])).default([]),
  content: content.prefault({}),
  /** Which of the words looked for it holds; unless given, none were looked for. */
  says: z.strictObject({ names: z.array(z.string()).default([]), agency: z.boolean().default(false) }).optional(),
  facts: facts.prefault({}),
  signatures: z.array(signature).default([]),
})

/**
 * The reading of a file as a test inside a rule gives it; one of which nothing is given was read and says nothing.
 * @throws ZodError when it is not a reading
 */
export function testReading(path: string, given: unknown): DocumentReading {
  const {
    text: state,
    reason,
    stamped,
    flags,
    content: held,
    says,
    facts: said,
    signatures,
  } = reading.parse(given ?? {})
  return {
    path,
    format: 'pdf',
    text: state,
    ...(reason !== undefined && { reason }),
    stamped,
    flags,
    content: held,
    ...(says && { says }),
    ...(state === 'read' && !stamped && { facts: said as DocumentFacts }),
    signatures: signatures as SignatureReading[],
  }
}
