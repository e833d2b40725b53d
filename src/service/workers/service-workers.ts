import { constants } from 'node:os'
import { readingTime } from '../../documents/settings.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import { archiveRefusal } from '../../intake/refusals/archive.ts'
import { type RefusalDocument, refusalDocument } from '../../intake/refusals/refusal.ts'
import { publishRuleSet } from '../../rules/rule-set.ts'
import type { RuleByRule, TaskTools } from '../judging-tasks.ts'
import { inThisProcess, type TaskInput, type TaskName, type TaskOutput, type Workers } from '../tasks.ts'
import { type WorkerSettings, WorkerStopped } from './messages.ts'
import { type PoolState, WorkerPool } from './pool.ts'
import { RunningWorker, type WorkerBounds, workerEntry } from './running-worker.ts'

const MIB = 1024 * 1024
/** What the bundle and its documents may take, and what comes to it beside. */
const READING_MS = 1.5 * readingTime(DEFAULT_LIMITS)

/** Bounds of a worker unless an operator sets others. */
export const WORKER_BOUNDS: Readonly<WorkerBounds> = {
  heapMiB: 1024,
  residentBytes: 1536 * MIB,
  milliseconds: {
    // Whatever keeps to its own bounds (20 s for the bundle, 60 for its documents) is ended by them, with more to tell.
    reading: READING_MS,
    judging: 10_000,
    around: 30_000,
  },
  wallTimes: 20,
}

/** What a person waits for: it has a worker of its own, so that no bundle is waited for. */
const ASKED: readonly TaskName[] = [
  ...(['screen', 'preview', 'rules', 'page', 'paper', 'prescreen', 'published', 'deskPage', 'deskWorkbook'] as const),
  ...(['register', 'records', 'catalogue', 'manifest', 'opened', 'workbook'] as const),
]

/** Tasks that may wait; uploads wait in their queue, whose length is that of the store. */
const MOST_WAITING = 64

/** How many processes there are for what. */
export interface WorkerNumbers {
  /** Bundles read and judged at once. */
  judging: number
  /** Of what people wait for; 0: the same as for bundles. */
  asked: number
  /** Of scans that are recognised at once, when the machine has nothing better to do; absent: by those for bundles. */
  scanning?: number
}

/** Processes that do tasks. */
export interface WorkerProcesses extends Workers {
  state(): PoolState
  /** Ends them; what is under way fails. */
  end(): void
}

/**
 * Who does the tasks of a service: processes; where the code runs from its sources, which a process of Node 20 cannot
 * load, this process.
 */
export function openWorkers(
  tools: TaskTools,
  numbers: WorkerNumbers,
  { entry = workerEntry(), bounds = WORKER_BOUNDS }: { entry?: URL | undefined; bounds?: Readonly<WorkerBounds> } = {},
): WorkerProcesses {
  if (entry === undefined) {
    const state = () => ({ running: 0, waiting: 0, workers: 0 })
    return { ...inThisProcess(tools), state, end: () => undefined }
  }
  const { judge, trust, limits } = tools
  const { ruleSet, ...by } = judge
  return workerProcesses(entry, { ...by, ruleSet: publishRuleSet(ruleSet, '').text, trust, limits }, numbers, bounds)
}

/**
 * Starts processes that read what was sent and judge it, as they are needed.
 * @param entry of the built worker
 */
function workerProcesses(
  entry: URL,
  settings: WorkerSettings,
  { judging: most, asked: mostAsked, scanning: mostScans = 0 }: WorkerNumbers,
  bounds: Readonly<WorkerBounds>,
): WorkerProcesses {
  const start = () => RunningWorker.start(entry, settings, bounds)
  const startLow = () => RunningWorker.start(entry, settings, bounds, constants.priority.PRIORITY_LOW)
  const judging = new WorkerPool({ workers: most, waiting: MOST_WAITING }, start)
  const asked = mostAsked === 0 ? judging : new WorkerPool({ workers: mostAsked, waiting: MOST_WAITING }, start)
  const scans = mostScans === 0 ? judging : new WorkerPool({ workers: mostScans, waiting: MOST_WAITING }, startLow)
  const pools = [...new Set([judging, asked, scans])]

  async function run<N extends TaskName>(name: N, input: TaskInput<N>, around = {}): Promise<TaskOutput<N>> {
    try {
      const isSlow = name === 'scan' || (name === 'draft' && (input as TaskInput<'draft'>).recognise)
      return await (isSlow ? scans : ASKED.includes(name) ? asked : judging).run(name, input, around)
    } catch (error) {
      const { why, part } = error instanceof WorkerStopped ? error : {}
      if (why !== 'time' || part !== 'reading' || (name !== 'read' && name !== 'evaluate')) throw error
      const document = tooLong(input as TaskInput<'read' | 'evaluate'>)
      return (name === 'read' ? { refusal: document } : { kind: 'refusal', document }) as TaskOutput<N>
    }
  }

  /** A bundle that cannot be read in time is refused, also by a reader that had to be ended. */
  function tooLong({ asOf }: TaskInput<'read' | 'evaluate'>): RefusalDocument {
    const found = `> ${bounds.milliseconds.reading} ms`
    return refusalDocument(archiveRefusal('read-timeout', { found }), { asOf, engine: settings.engine })
  }

  return {
    run,
    state: () =>
      pools
        .map((pool) => pool.state())
        .reduce((all, one) => ({
          running: all.running + one.running,
          waiting: all.waiting + one.waiting,
          workers: all.workers + one.workers,
        })),
    end: () => {
      for (const pool of pools) pool.end()
    },
  }
}

/** So many rules are left out at most; when judging still takes too long, it is not the rules. */
const MOST_LEFT_OUT = 3

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
