/** What a rule may come to, in the order of the published contract. */
export const OUTCOMES = [
  'pass',
  'fail',
  'missingEvidence',
  'notYetDue',
  'notApplicable',
  'notInForce',
  'needsReview',
  'error',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What an item of a list may come to, the strongest first: one of it decides for the rule. */
export const ITEM_RANK = ['fail', 'missingEvidence', 'needsReview', 'notYetDue', 'pass'] as const
export type ItemOutcome = (typeof ITEM_RANK)[number]

export const SEVERITIES = ['blocking', 'major', 'minor'] as const
export type Severity = (typeof SEVERITIES)[number]

/** How well a finding is backed, the weakest first. */
export const ASSURANCES = ['declared', 'present', 'recognised', 'corroborated', 'signed', 'authority'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** Cost of a remedy. */
export const EFFORT = { low: 1, medium: 3, high: 9 } as const
