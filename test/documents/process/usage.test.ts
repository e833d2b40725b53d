import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usageByPs, usageOf } from '../../../src/documents/process/usage.ts'

/** Burns two and a half seconds of processor time (`ps` tells whole ones) and holds 100 MiB, then says so and waits. */
const BUSY = `
  const held = Buffer.alloc(100 * 2 ** 20, 1)
  const taken = () => Object.values(process.cpuUsage()).reduce((sum, part) => sum + part)
  while (taken() < 2.5e6);
  console.log(held.length)
  setInterval(() => undefined, 1000)
`
const busy = spawn(process.execPath, ['-e', BUSY])
const pid = busy.pid ?? 0

beforeAll(async () => {
  await once(busy.stdout, 'data')
})
afterAll(() => busy.kill('SIGKILL'))

test.skipIf(process.platform === 'win32')('what another process takes is told, by the system and by ps', async () => {
  for (const told of [await usageOf(pid), await usageByPs(pid)]) {
    expect(told?.milliseconds).toBeGreaterThanOrEqual(1_500)
    expect(told?.milliseconds).toBeLessThan(4_000)
    expect(told?.residentBytes).toBeGreaterThan(100 * 2 ** 20)
    expect(told?.residentBytes).toBeLessThan(400 * 2 ** 20)
  }
})

test.skipIf(process.platform === 'win32')('of one that has ended nothing is told', async () => {
  const ended = spawn(process.execPath, ['-e', ''])
  await once(ended, 'close')
  expect([await usageOf(ended.pid ?? 0), await usageByPs(ended.pid ?? 0)]).toEqual([undefined, undefined])
})
