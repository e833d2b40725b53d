import { QmsVerdictError } from '../core/errors.ts'
import type { RuleByRule } from './tasks.ts'
import { WorkerStopped } from './workers/messages.ts'

/** So many rules are left out at most; when judging still takes too long, it is not the rules. */
const MOST_LEFT_OUT = 3

/** A dossier could be judged in time only without some rules: our fault, to be tried again. */
export class JudgedOverTime extends QmsVerdictError {
  override name = 'JudgedOverTime'
  constructor(leftOut: readonly string[]) {
    super(`judging took too long with ${leftOut.join(', ')}`)
  }
}

/**
 * Has something judged within its bound of processor time. Where that is not enough, the rules are judged one by one, so
 * that it is known which of them it was, and then once more without that rule, which is our `error`.
 * @returns what came of it, and the rules that were left out
 * @throws WorkerStopped when it takes too long by no rule, or without the rules it takes too long by
 */
export async function inTime<T>(
  judge: (how: Partial<RuleByRule>) => Promise<T>,
): Promise<{ result: T; leftOut: readonly string[] }> {
  const leftOut: string[] = []
  let oneByOne = false
  for (;;) {
    try {
      return { result: await judge(oneByOne ? { leftOut, oneByOne } : {}), leftOut }
    } catch (error) {
      if (!(error instanceof WorkerStopped) || error.why !== 'time' || error.part !== 'judging') throw error
      const { rule } = error
      if (oneByOne && (rule === undefined || leftOut.length === MOST_LEFT_OUT)) throw error
      if (oneByOne && rule !== undefined) leftOut.push(rule)
      oneByOne = true
    }
  }
}
