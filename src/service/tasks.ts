import {
  catalogue,
  deskPage,
  deskWorkbook,
  manifest,
  opened,
  prescreen,
  preview,
  published,
  records,
  register,
  rules,
  screen,
  workbook,
} from './desk-tasks.ts'
import { type Around, evaluate, judgeFacts, page, paper, pictures, read, type TaskTools } from './judging-tasks.ts'
import { draft, unbundle } from './paper-zip.ts'
import { join, scan } from './scan-tasks.ts'

/** All that a worker may be asked: each from plain data to plain data, so that it may be done in another process. */
const TASKS = {
  evaluate,
  read,
  scan,
  join,
  draft,
  unbundle,
  pictures,
  paper,
  judge: judgeFacts,
  screen,
  preview,
  rules,
  page,
  prescreen,
  published,
  deskPage,
  deskWorkbook,
  register,
  records,
  catalogue,
  manifest,
  opened,
  workbook,
}

export type TaskName = keyof typeof TASKS
export type TaskInput<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>

/** Who does tasks. */
export interface Workers {
  /** @throws what the task throws, and what its source throws */
  run<N extends TaskName>(name: N, input: TaskInput<N>, around?: Around): Promise<TaskOutput<N>>
}

/** Does tasks in this process, which answers nobody meanwhile and cannot end one that does not end by itself. */
export function inThisProcess(tools: TaskTools): Workers {
  return { run: (name, input, around = {}) => doTask(name, input, tools, around) }
}

/** Does one task by its name. */
export function doTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  tools: TaskTools,
  around: Around,
): Promise<TaskOutput<N>> {
  const task = TASKS[name] as (input: TaskInput<N>, tools: TaskTools, around: Around) => Promise<TaskOutput<N>>
  return task(input, tools, around)
}
