import { readdir, readFile } from 'node:fs/promises'

/**
 * Begins to measure the processor time of this process: on a busy machine time on the wall tells what others do.
 * @returns tells the milliseconds since
 */
export function processorTime(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}

/** Words of `/proc/…/stat` that follow the name: the parent, own times, and those of ended children. */
async function statOf(pid: number | string): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

const [PARENT, USER, OF_ENDED, END] = [1, 11, 13, 15]
const secondsIn = (words: readonly string[]) => words.reduce((sum, word) => sum + Number(word), 0) / 100

/** Seconds of processor time of one process so far; 0 where the system does not tell. */
export async function ownSeconds(pid: number): Promise<number> {
  return secondsIn((await statOf(pid)).slice(USER, OF_ENDED))
}

/** Seconds of processor time of a process and all its children so far, ended ones too; 0 where the system does not tell. */
export async function serviceSeconds(pid: number): Promise<number> {
  const all = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const stats = new Map(await Promise.all(all.map(async (name) => [name, await statOf(name)] as const)))
  const sum = (name: string): number =>
    [...stats].reduce(
      (total, [child, words]) => (words[PARENT] === name ? total + sum(child) : total),
      secondsIn((stats.get(name) ?? []).slice(USER, END)),
    )
  return sum(String(pid))
}
