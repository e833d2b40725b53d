import { ownProcessorTime } from '../../documents/process/usage.ts'
import { vocabulary } from '../../rules/facts/vocabulary.ts'
import { buildPublished } from '../../rules/publish.ts'
import type { Vocabulary } from '../../rules/vocabulary.ts'
import type { Around, TaskTools } from '../judging-tasks.ts'
import { doTask } from '../tasks.ts'
import { type FromWorker, plainError, type ToWorker, type WorkerSettings } from './messages.ts'

// The entry of a process that reads what was sent and judges it, one task after the other. It has no secret, no store and
// no environment: what it needs of a bundle it asks for.

/** Bytes asked for at once, so that whoever answers is never long at it. */
const PIECE = 512 * 1024

let tools: TaskTools | undefined
let asked = 0
const waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (fault: Error) => void }>()

// Whoever started it decides when it ends: a supervisor signals all processes of a service at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (said: ToWorker) => void hear(said))

async function hear(said: ToWorker): Promise<void> {
  if ('settings' in said) {
    tools = toolsOf(said.settings)
    say('ready')
  } else if ('of' in said) {
    const read = waiting.get(said.of)
    waiting.delete(said.of)
    if (said.bytes === undefined) read?.reject(new Error('the bytes of the bundle cannot be had'))
    else read?.resolve(said.bytes)
  } else await answer(said)
}

function toolsOf({ ruleSet, profileId, engine, exceptions, trust, limits }: WorkerSettings): TaskTools {
  // Whoever started this process has read the rules as strictly as they are read.
  const loaded = buildPublished(JSON.parse(ruleSet), 'rule-set', vocabulary as Vocabulary<unknown>)
  return { judge: { ruleSet: loaded, profileId, engine, exceptions }, trust, limits, stopwatch: ownProcessorTime }
}

async function answer({ task, input, size, tells }: Extract<ToWorker, { task: unknown }>): Promise<void> {
  const around: Around = {
    ...(size !== undefined && { source: { size, read } }),
    entering: (entering, rule) => say({ entering, rule }),
    ...(tells && { progress: (of, done, total) => say({ progress: { done, total }, of }) }),
  }
  try {
    if (tools === undefined) throw new Error('a worker was given a task before its settings')
    say({ done: await doTask(task, input as never, tools, around) })
  } catch (error) {
    say({ thrown: plainError(error) })
  }
}

async function read(offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += PIECE) bytes.set(await readPiece(offset + at, Math.min(PIECE, length - at)), at)
  return bytes
}

function readPiece(offset: number, length: number): Promise<Uint8Array> {
  const as = asked++
  return new Promise((resolve, reject) => {
    waiting.set(as, { resolve, reject })
    say({ read: { offset, length }, as })
  })
}

function say(said: FromWorker): void {
  process.send?.(said)
}
