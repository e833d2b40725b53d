import { InputError, type Localized, type Problem, QmsVerdictError } from '../../core/errors.ts'
import { Refusal } from '../../intake/refusals/refusal.ts'
import type { Exceptions } from '../../rules/exceptions.ts'
import type { Judge } from '../../verdict/pipeline.ts'
import type { Part, TaskTools } from '../judging-tasks.ts'
import type { TaskName } from '../tasks.ts'

/** What a worker works by, as it is told once. */
export interface WorkerSettings extends Pick<TaskTools, 'trust' | 'limits'>, Pick<Judge, 'profileId' | 'engine'> {
  /** The rule set in its published form. */
  ruleSet: string
  exceptions?: Exceptions | undefined
}

/** What is said to a worker: first its settings, then one task after the other, and in a task the bytes it asks for. */
export type ToWorker =
  | { settings: WorkerSettings }
  /** `size` of the bundle, where the task reads one; `tells`: how far it has come is wanted. */
  | { task: TaskName; input: unknown; size?: number | undefined; tells: boolean }
  /** Undefined: they cannot be had. */
  | { bytes: Uint8Array | undefined; of: number }

/** What a worker says. */
export type FromWorker =
  | 'ready'
  /** Asks for bytes of the bundle, by a number of its own. */
  | { read: { offset: number; length: number }; as: number }
  | { entering: Part; rule?: string | undefined }
  | { progress: { done: number; total: number }; of: 'reading' | 'scans' }
  | { done: unknown }
  | { thrown: Thrown }

/** An error as plain data: classes do not survive the way between processes. */
export type Thrown =
  | { kind: 'input'; text: Localized }
  | {
      kind: 'refusal'
      code: string
      text: Localized
      remedy: Localized
      entry: string | undefined
      problems: readonly Problem[] | undefined
      sha256: string | undefined
    }
  | { kind: 'fault'; name: string; message: string; stack: string | undefined }

/** Makes an error plain. */
export function plainError(error: unknown): Thrown {
  if (error instanceof InputError) return { kind: 'input', text: error.text }
  if (error instanceof Refusal) {
    const { code, text, remedy, entry, problems, sha256 } = error
    return { kind: 'refusal', code, text, remedy, entry, problems, sha256 }
  }
  if (!(error instanceof Error)) return { kind: 'fault', name: typeof error, message: '', stack: undefined }
  const { name, message, stack } = error
  return { kind: 'fault', name, message, stack }
}

/** Why a worker was ended, or ended by itself, before it had done its task. */
export class WorkerStopped extends QmsVerdictError {
  override name = 'WorkerStopped'
  readonly why: 'time' | 'waited' | 'memory' | 'crash'
  readonly part: Part
  /** The rule that was being judged, where rules are judged one by one. */
  readonly rule: string | undefined

  constructor(why: WorkerStopped['why'], task: string, part: Part, rule: string | undefined, words: string) {
    super(
      `a worker was stopped (${why}) at ${task}, ${part}${rule === undefined ? '' : `, ${rule}`}${words && `: ${words}`}`,
    )
    this.why = why
    this.part = part
    this.rule = rule
  }
}

/** A fault of ours that a worker met. */
class WorkerFault extends QmsVerdictError {
  override name = 'WorkerFault'
}

/** The error that was made plain: what callers tell apart is told apart again. */
export function errorOf(thrown: Thrown): Error {
  if (thrown.kind === 'input') return new InputError(thrown.text)
  if (thrown.kind === 'fault') {
    const fault = new WorkerFault(`${thrown.name}: ${thrown.message}`)
    // Where it came from is told in the log, and is in the worker.
    if (thrown.stack !== undefined) fault.stack = thrown.stack
    return fault
  }
  const { code, text, remedy, entry, problems, sha256 } = thrown
  return new Refusal(
    code,
    { message: text, remedy },
    {
      ...(entry !== undefined && { entry }),
      ...(problems !== undefined && { problems }),
      ...(sha256 !== undefined && { sha256 }),
    },
  )
}
