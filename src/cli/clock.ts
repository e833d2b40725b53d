import { InputError, type Localized, withValues } from '../core/errors.ts'
import { CLOCK_TEXTS } from './words.ts'

/** Variable of the environment by which tests set the clock of a process. */
const NOW_VARIABLE = 'QMS_VERDICT_NOW'

/** The clock of a process; nothing else in it reads the time of day. */
export interface ProcessClock {
  now: () => Date
  /** To be said at start when the clock is not the machine's. */
  warning?: Localized
}

/**
 * The machine's clock, or, for tests, one that starts at the instant in `QMS_VERDICT_NOW` and runs on from there.
 * @throws InputError when the variable holds no instant
 */
export function processClock(environment: NodeJS.ProcessEnv): ProcessClock {
  const set = environment[NOW_VARIABLE]
  if (set === undefined || set === '') return { now: () => new Date() }
  const start = Date.parse(set)
  if (Number.isNaN(start) || !/(Z|[+-]\d{2}:\d{2})$/.test(set)) throw noInstant(set)
  return {
    now: () => new Date(start + performance.now()),
    warning: withValues(CLOCK_TEXTS.warningClockServiceSet, { nowVariable: NOW_VARIABLE, set }),
  }
}

const noInstant = (set: string) =>
  new InputError(withValues(CLOCK_TEXTS.environmentVariableNoInstant, { nowVariable: NOW_VARIABLE, set }))
