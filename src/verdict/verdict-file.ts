import * as z from 'zod'
import { isIsoDate } from '../core/days.ts'
import { digest } from '../core/json.ts'
import { walkJson } from '../intake/manifest/json-walk.ts'
import { decodeUtf8 } from '../intake/manifest/source-text.ts'
import { STATEMENTS, type Statement } from './statements.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What judging a verdict again needs to know of it; everything else stands under the digest all the same. */
const verdictHead = z.looseObject({
  schemaVersion: z.literal(2),
  kind: z.literal('verdict'),
  bundle: z.looseObject({ sha256: hash }),
  catalogue: z.looseObject({ source: z.enum(['agency', 'authority', 'none']), sha256: hash.nullable() }),
  records: z.looseObject({ sha256: hash.nullable() }),
  readings: z.looseObject({
    reader: z.string(),
    scans: z.looseObject({ read: z.number(), waiting: z.array(hash).optional() }),
  }),
  provisional: z.boolean(),
  agency: z.looseObject({ code: z.string(), name: z.string(), block: z.string() }),
  ruleSet: z.looseObject({ id: z.string(), version: z.string(), sha256: hash }),
  profile: z.looseObject({ id: z.string(), sha256: hash }),
  exceptions: z.looseObject({ sha256: hash.nullable() }),
  register: z.looseObject({ sha256: hash }).optional(),
  trust: z.looseObject({ sha256: hash }).optional(),
  engine: z.looseObject({ name: z.string(), version: z.string() }),
  asOf: z.string().refine(isIsoDate),
  status: z.string(),
  digest: hash,
  signature: z.string().optional(),
})

/** A verdict as it stands in a file that nobody has edited. */
export type VerdictDocument = z.infer<typeof verdictHead>

/** An intact verdict, or what is wrong with the file. */
export type VerdictFile = { document: VerdictDocument } | { wrong: Statement }

/**
 * Reads a verdict's file and says whether its bytes are intact: the digest, recomputed over the RFC 8785 form of all but
 * `digest` and `signature`, is the one that is stated. A file with a key given twice is not intact: readers differ in
 * which one they show.
 */
export function readVerdictFile(bytes: Uint8Array, name: string): VerdictFile {
  const decoded = decodeUtf8(bytes)
  if ('fault' in decoded) return { wrong: STATEMENTS.notJson(name) }
  const text = decoded.ok
  let twice: string | undefined
  let flawed = false
  const end = walkJson(text, {
    flaw: () => {
      flawed = true
    },
    duplicate: (pointer) => {
      twice ??= pointer()
    },
  })
  if (flawed || end.stopped) return { wrong: STATEMENTS.notJson(name) }
  if (twice !== undefined) return { wrong: STATEMENTS.keyTwice(name, twice) }
  return intact(JSON.parse(text), name)
}

function intact(value: unknown, name: string): VerdictFile {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined
  if (kind === 'refusal') return { wrong: STATEMENTS.refusalDocument(name) }
  if (kind !== 'verdict') return { wrong: STATEMENTS.otherDocument(name, kind) }
  const { digest: stated, signature: _, ...body } = value as Record<string, unknown>
  const computed = digestOf(body)
  if (computed !== stated) return { wrong: STATEMENTS.edited(name, computed) }
  if (body.schemaVersion !== 2) return { wrong: STATEMENTS.otherSchema(name, body.schemaVersion) }
  const parsed = verdictHead.safeParse(value)
  if (parsed.success) return { document: parsed.data }
  return { wrong: STATEMENTS.malformed(name, parsed.error.issues[0]?.path ?? []) }
}

/** Undefined for what no JSON text of ours can hold, such as a number too large for one. */
function digestOf(body: unknown): string | undefined {
  try {
    return digest(body)
  } catch {
    return undefined
  }
}
