import * as z from 'zod'
import { OUTCOMES, SEVERITIES } from '../../rules/answer.ts'
import {
  day,
  engine,
  grade,
  instant,
  link,
  localized,
  ruleSetName,
  score,
  sha256,
  status,
  verdict,
} from './verdict-schema.ts'

/** The rules that judge, in rule-set order. */
export const ruleList = z.strictObject({
  ruleSet: ruleSetName,
  groups: z.array(z.strictObject({ id: z.string(), title: localized })),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      group: z.string(),
      title: localized,
      severity: z.enum(SEVERITIES),
      weight: z.int(),
      effort: z.enum(['low', 'medium', 'high']),
      /** Articles that the rule rests on. */
      basis: z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) }),
      remedy: localized,
    }),
  ),
})

/** The service answers, and by what it judges. */
export const health = z.strictObject({ status: z.literal('ok'), engine, ruleSet: ruleSetName })

/** Problem details (RFC 9457). */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z
    .array(z.strictObject({ parameter: z.string().optional(), pointer: z.string().optional(), detail: z.string() }))
    .optional(),
})

/** What a kind of problem is. */
export const problemKind = z.strictObject({ type: z.string(), status: z.int(), title: localized })

/** The pre-screening of a province's agencies for a year, as `qms-verdict prescreen` writes it. */
const prescreen = z.looseObject({ schemaVersion: z.literal(2), kind: z.literal('prescreen'), year: z.int() })

/** What a client may say of the bundle it is about to upload. */
export const uploadRequest = z.strictObject({
  /** Then the store takes no other bytes. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
})

/** Where and how to upload, and where to look for the verdict. */
export const uploadInvitation = z.strictObject({
  id: z.string(),
  upload: z.strictObject({
    method: z.literal('POST'),
    url: z.string(),
    /** Form fields, to be sent in this order before the file. */
    fields: z.record(z.string(), z.string()),
    /** Name of the field that holds the file; it comes last. */
    fileField: z.literal('file'),
    maxBytes: z.int(),
    /** The form is refused from then on. */
    expiresOn: instant,
  }),
  status: link,
  verdict: link,
})

/** What a refused bundle yields instead of a verdict. */
const refusal = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('refusal'),
  code: z.string(),
  message: localized,
  remedy: localized,
  entry: z.string().optional(),
  problems: z
    .array(
      z.strictObject({
        pointer: z.string().optional(),
        line: z.int().optional(),
        place: z
          .strictObject({ sheet: z.string(), cell: z.string().optional(), heading: z.string().optional() })
          .optional(),
        found: z.string(),
        expected: localized,
      }),
    )
    .optional(),
  bundle: z.strictObject({ sha256: sha256.nullable() }),
  engine,
  asOf: day,
})

const asked = { id: z.string(), askedOn: instant }

/** Where an upload stands. */
export const uploadStatus = z.discriminatedUnion('state', [
  z.strictObject({ ...asked, state: z.literal('waiting') }),
  z.strictObject({ ...asked, state: z.literal('judged'), uploadedOn: z.string(), verdict: link }),
  z.strictObject({ ...asked, state: z.literal('refused'), uploadedOn: z.string(), refusal }),
])

export type UploadInvitation = z.infer<typeof uploadInvitation>
export type UploadStatusAnswer = z.infer<typeof uploadStatus>

const outcome = z.enum(OUTCOMES).nullable()
const changes = z.array(z.strictObject({ rule: z.string(), from: outcome, to: outcome }))

/** One verdict in the list of an agency. */
const listedVerdict = z.strictObject({
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
  /** Percent of the score that papers back; null without a score, and of verdicts of older releases. */
  backed: z.number().nullable(),
  validUntil: day.nullable(),
  /** Scans wait to be read, after which another verdict of the same id takes its place. */
  provisional: z.literal(true).optional(),
  /** Of what was judged again since it was judged wrongly: when, why, the id of what it replaces, what came out otherwise. */
  rejudged: z.strictObject({ on: instant, reason: z.string(), replaces: z.string(), changes }).optional(),
  /** Of a re-check: its year, the verdict before it, and the rules that came to something else. */
  recheck: z
    .strictObject({
      year: z.int(),
      since: z.string(),
      changes,
    })
    .optional(),
})

/** Every verdict of an agency, the newest first. */
export const verdictList = z.strictObject({ agency: z.string(), verdicts: z.array(listedVerdict) })

export type ListedVerdictAnswer = z.infer<typeof listedVerdict>

/** The public keys by which signatures of verdicts are known (RFC 7517, RFC 8037). */
const verdictKeys = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      alg: z.literal('EdDSA').optional(),
      use: z.literal('sig').optional(),
    }),
  ),
})

/** Everything that is sent as JSON, by the name it has in the OpenAPI document. */
export const SCHEMAS = {
  UploadRequest: uploadRequest,
  UploadInvitation: uploadInvitation,
  UploadStatus: uploadStatus,
  Refusal: refusal,
  VerdictList: verdictList,
  Verdict: verdict,
  Prescreen: prescreen,
  RuleList: ruleList,
  Health: health,
  VerdictKeys: verdictKeys,
  Problem: problem,
  ProblemKind: problemKind,
}

export type SchemaName = keyof typeof SCHEMAS
