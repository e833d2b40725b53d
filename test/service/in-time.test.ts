import { expect, test } from 'vitest'
import type { RuleByRule } from '../../src/service/judging-tasks.ts'
import { WorkerStopped } from '../../src/service/workers/messages.ts'
import { inTime } from '../../src/service/workers/service-workers.ts'

const stopped = (rule?: string, why: WorkerStopped['why'] = 'time', part: WorkerStopped['part'] = 'judging') =>
  new WorkerStopped(why, 'judge', part, rule, '')

/** A judgement that takes too long by some rules until they are left out. */
function judging(slow: readonly string[]) {
  const asked: Partial<RuleByRule>[] = []
  async function judge(how: Partial<RuleByRule>): Promise<string> {
    asked.push({ ...how, ...(how.leftOut && { leftOut: [...how.leftOut] }) })
    const still = slow.find((rule) => !how.leftOut?.includes(rule))
    if (still !== undefined) throw stopped(how.oneByOne ? still : undefined)
    return 'judged'
  }
  return { asked, judge }
}

test('what is judged in time is judged once, all rules together', async () => {
  const { asked, judge } = judging([])
  expect(await inTime(judge)).toEqual({ result: 'judged', leftOut: [] })
  expect(asked).toEqual([{}])
})

test('the rule that takes too long is found one by one, and left out', async () => {
  const { asked, judge } = judging(['b'])
  expect(await inTime(judge)).toEqual({ result: 'judged', leftOut: ['b'] })
  expect(asked).toEqual([{}, { leftOut: [], oneByOne: true }, { leftOut: ['b'], oneByOne: true }])
})

test('rules that wait for the same fact are left out one after the other, three of them and no more', async () => {
  expect((await inTime(judging(['a', 'b', 'c']).judge)).leftOut).toEqual(['a', 'b', 'c'])
  const four = judging(['a', 'b', 'c', 'd'])
  await expect(inTime(four.judge)).rejects.toBeInstanceOf(WorkerStopped)
  expect(four.asked.length).toBe(5)
})

test('what takes too long by no rule is a fault, and so is whatever ends a worker otherwise', async () => {
  let tries = 0
  const byNone = () => {
    tries++
    return Promise.reject(stopped(undefined))
  }
  await expect(inTime(byNone)).rejects.toBeInstanceOf(WorkerStopped)
  expect(tries).toBe(2)
  for (const error of [stopped('a', 'memory'), stopped('a', 'crash'), stopped('a', 'time', 'around'), new Error('x')])
    await expect(inTime(() => Promise.reject(error))).rejects.toBe(error)
})
