import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { ARCHIVE_REFUSALS } from '../../../src/intake/refusals/archive.ts'
import { casesIn, type HostileCase } from './cases.ts'
import { readBytes, refusalOf } from './reading.ts'

const refused = await casesIn('archives/refused')
const accepted = await casesIn('archives/accepted')
const bytesOf = (one: HostileCase) => one.make('') as Buffer

describe('archives that are refused', () => {
  it.each(refused)('$name: $refusal', async (one) => {
    const bytes = bytesOf(one)
    const refusal = await refusalOf(readBytes(bytes))
    expect(refusal.code).toBe(one.refusal)
    if (one.entry !== undefined) expect(refusal.entry).toBe(one.entry)
    expect(refusal.sha256).toBe(bytes.length > DEFAULT_LIMITS.archiveBytes ? undefined : sha256(bytes))
    expect(JSON.stringify([refusal.text, refusal.remedy])).not.toMatch(/(?<!\\u)\{\w+\}|undefined|""|\(\)/)
  })

  it('together meet every code that an archive in memory can meet', () => {
    const elsewhere = ['read-timeout', 'changed-while-reading']
    const met = new Set([...refused.map((one) => one.refusal), ...elsewhere])
    expect(Object.keys(ARCHIVE_REFUSALS).filter((code) => !met.has(code))).toEqual([])
  })
})

describe('archives that are accepted', () => {
  it.each(accepted)('$name', async (one) => {
    const bytes = bytesOf(one)
    const container = await readBytes(bytes)
    expect(container.entries.map((entry) => entry.path)).toEqual(one.paths)
    expect(container.notices.map((notice) => notice.code)).toEqual(one.notices)
    expect(container.sha256).toBe(sha256(bytes))
    for (const entry of container.entries) {
      const content = await container.open(entry.path)
      expect({ sha256: sha256(content), bytes: content.length }).toEqual({ sha256: entry.sha256, bytes: entry.bytes })
      expect(Buffer.from(entry.head)).toEqual(Buffer.from(content.subarray(0, 64)))
    }
  })
})
