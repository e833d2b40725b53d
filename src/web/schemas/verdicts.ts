import * as z from 'zod'
import { OUTCOMES } from '../../rules/outcome.ts'
import { day, grade, link, score, sha256, status } from './parts.ts'

const outcome = z.enum(OUTCOMES).nullable()

/** One verdict in the list of an agency. */
export const listedVerdict = z.strictObject({
  /** The upload id, or `recheck-<year>`. */
  id: z.string(),
  link,
  uploadedOn: z.string(),
  asOf: day,
  bundleSha256: sha256,
  digest: sha256,
  status,
  grade,
  score,
  validUntil: day.nullable(),
  /** Of a re-check: its year, the verdict before it, and the rules that came to something else. */
  recheck: z
    .strictObject({
      year: z.int(),
      since: z.string(),
      changes: z.array(z.strictObject({ rule: z.string(), from: outcome, to: outcome })),
    })
    .optional(),
})

/** Every verdict of an agency, the newest first. */
export const verdictList = z.strictObject({ agency: z.string(), verdicts: z.array(listedVerdict) })

export type ListedVerdictAnswer = z.infer<typeof listedVerdict>
