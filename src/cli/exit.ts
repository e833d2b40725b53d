/** What the command line ends with. */
export const EXIT = {
  /** Judged, and not caught by `--fail-on`. */
  ok: 0,
  /** Judged, and caught by `--fail-on`. */
  caught: 1,
  /** Not judged: a refused bundle, bad arguments, broken rules. */
  notJudged: 2,
  /** A fault of ours. */
  fault: 3,
} as const
