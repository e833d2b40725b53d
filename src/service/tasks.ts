import type { Around, TaskTools } from './judging-tasks.ts'

const judging = () => import('./judging-tasks.ts')
const desk = () => import('./desk-tasks.ts')
const scans = () => import('./scan-tasks.ts')
const papers = () => import('./paper-zip.ts')

/**
 * All that a worker may be asked: each from plain data to plain data, so that it may be done in another process. What a task
 * needs is loaded when it is asked for first: whoever judges needs no paper of the desk.
 */
const TASKS = {
  evaluate: async () => (await judging()).evaluate,
  read: async () => (await judging()).read,
  scan: async () => (await scans()).scan,
  join: async () => (await scans()).join,
  draft: async () => (await papers()).draft,
  unbundle: async () => (await papers()).unbundle,
  pictures: async () => (await judging()).pictures,
  paper: async () => (await judging()).paper,
  judge: async () => (await judging()).judgeFacts,
  screen: async () => (await desk()).screen,
  preview: async () => (await desk()).preview,
  rules: async () => (await desk()).rules,
  page: async () => (await judging()).page,
  prescreen: async () => (await desk()).prescreen,
  published: async () => (await desk()).published,
  deskPage: async () => (await desk()).deskPage,
  deskWorkbook: async () => (await desk()).deskWorkbook,
  register: async () => (await desk()).register,
  records: async () => (await desk()).records,
  catalogue: async () => (await desk()).catalogue,
  manifest: async () => (await desk()).manifest,
  opened: async () => (await desk()).opened,
  workbook: async () => (await desk()).workbook,
}

type Task<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>
export type TaskName = keyof typeof TASKS
export type TaskInput<N extends TaskName> = Parameters<Task<N>>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Task<N>>>

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
export async function doTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  tools: TaskTools,
  around: Around,
): Promise<TaskOutput<N>> {
  const task = (await TASKS[name]()) as (input: TaskInput<N>, by: TaskTools, around: Around) => Promise<TaskOutput<N>>
  return task(input, tools, around)
}
