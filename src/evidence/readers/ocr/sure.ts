/** The confidence, of 100, from which a recognised word counts: measured on real scans, no wrong number or day has it. */
export const SURE = 85
