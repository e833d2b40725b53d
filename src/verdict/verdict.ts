import type { Assurance, Evidence, ItemsSummary, MessageValue, Outcome, Severity, TextCheck } from '../rules/answer.ts'
import type { Duty } from '../rules/facts/duty.ts'

export type Status = 'met' | 'notMet' | 'insufficientEvidence' | 'undetermined' | 'notApplicable'

/** Points of 100, rounded down to one decimal. */
export interface Score {
  low: number
  high: number
}

/** What one rule came to (kết quả theo từng nội dung). */
export interface Finding {
  rule: string
  /** First day of the rule's version that judged; null when none is in force. */
  version: string | null
  group: string
  outcome: Outcome
  severity: Severity
  weight: number
  /** Shares from 0 to 1, not rounded; null when the rule is out of the score. */
  credit: { low: number; high: number } | null
  message: string
  values: Record<string, MessageValue>
  evidence: Evidence[]
  assurance: Assurance | null
  /** Declared values held against the documents, the gravest first; absent where none was. */
  text?: TextCheck[]
  items?: ItemsSummary
  holdsUntil?: string
  dueOn?: string
}

/** A day on which something differs from the day before, given no new evidence. */
export interface TimelineEntry {
  on: string
  turns: { rule: string; from: Outcome; to: Outcome }[]
  status: Status
  grade: string | null
  score: Score | null
}

/** What to do to reach a goal: the cheapest set by effort, exact. */
export interface PlanEntry {
  goal: string
  /** `remedy`: the rule passes, with its paper; `paper`: it passes already, and its paper is handed in or can be read. */
  rules: { rule: string; step: 'remedy' | 'paper'; effort: 1 | 3 | 9; gain: number }[]
  effort: number
  score: Score | null
  /** Percent of the score that papers would back. */
  backed: number | null
  status: Status
  reachable: boolean
  /** Rules that only a person can decide and that keep the goal away. */
  waitsFor: string[]
}

/** What the score rests on: the agency's word, or papers. */
export interface Backing {
  /** Weight that is earned, by how well it is backed; over the rules that ask for a paper. */
  weights: Record<Assurance, number>
  /** Percent of the weight of these rules that stands at `present` or better, rounded down to one decimal. */
  backed: number | null
  /** Rules whose paper could be read and says nothing of what was looked for. */
  unconfirmed: string[]
}

/** Something told beside the score that changes none of it: ours to recommend, or to know. */
export interface VerdictNotice {
  id: string
  values: Record<string, MessageValue>
  kind: 'recommendation' | 'notice'
  rule?: string
}

/** The scored verdict: a pre-screening aid that a person signs off. All of it but `signature` is under the digest. */
export interface Verdict {
  schemaVersion: 2
  kind: 'verdict'
  bundle: { sha256: string; files: number; bytes: number }
  catalogue: { source: 'agency' | 'authority' | 'none'; sha256: string | null; procedures: number }
  /** What the authority's own record told, where it was used. */
  records: { sha256: string | null; used: string[] }
  /** What the authority's register told of this agency alone; absent where it told nothing else than the dossier. */
  register?: { sha256: string }
  /**
   * What was read in the documents, by which reader, and how many of the scans among them were read; of a provisional
   * verdict, the hashes of those that still waited.
   */
  readings: {
    sha256: string | null
    reader: string
    scans: { total: number; read: number; waiting?: readonly string[] }
  }
  /** Scans still wait to be read, so that the verdict may change without new evidence. */
  provisional: boolean
  agency: { code: string; name: string; block: string; province: string; duty: Duty }
  assessmentYear: number
  ruleSet: { id: string; version: string; sha256: string }
  profile: { id: string; sha256: string }
  exceptions: {
    sha256: string | null
    applied: object[]
    lapsed: object[]
    without: { status: Status; grade: string | null; score: Score | null } | null
  }
  /** The trust list that signatures in the documents were judged by; absent when none was given. */
  trust?: { sha256: string }
  engine: { name: string; version: string }
  asOf: string
  status: Status
  grade: string | null
  score: Score | null
  /** Null when there is no score. */
  evidence: Backing | null
  groups: { id: string; score: Score | null; counts: Record<Outcome, number> }[]
  findings: Finding[]
  validUntil: string | null
  timeline: TimelineEntry[]
  plan: PlanEntry[]
  papers: { rules: string[]; score: Score | null; backed: number | null }
  notEvaluated: { rule: string; reason: 'profileOff' | 'quarantined' }[]
  unnamedFiles: string[]
  notices: VerdictNotice[]
  digest: string
}
