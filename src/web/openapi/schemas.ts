import { health, prescreen, problem, problemKind, ruleList } from '../schemas/open.ts'
import { refusal, uploadInvitation, uploadRequest, uploadStatus } from '../schemas/uploads.ts'
import { verdict } from '../schemas/verdict.ts'
import { verdictList } from '../schemas/verdicts.ts'

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
  Problem: problem,
  ProblemKind: problemKind,
}

export type SchemaName = keyof typeof SCHEMAS
