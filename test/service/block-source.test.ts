import { describe, expect, test } from 'vitest'
import { blockSource } from '../../src/service/store-blocks.ts'

const bytes = Uint8Array.from({ length: 950 }, (_, index) => index % 251)

function counting(kept: number) {
  const asked: [number, number][] = []
  const fetchBlock = async (offset: number, length: number) => {
    asked.push([offset, length])
    return bytes.slice(offset, offset + length)
  }
  return { asked, source: blockSource(bytes.length, fetchBlock, { blockBytes: 100, kept }) }
}

describe('blockSource', () => {
  test('asks for each block once when read front to back, and the last one only as far as it goes', async () => {
    const { asked, source } = counting(1)
    for (let at = 0; at < 950; at += 19) expect(await source.read(at, 19)).toEqual(bytes.slice(at, at + 19))
    expect(asked).toHaveLength(10)
    expect(asked.at(-1)).toEqual([900, 50])
  })

  test('reads at the same time share a request', async () => {
    const { asked, source } = counting(3)
    await Promise.all([source.read(10, 5), source.read(90, 5), source.read(0, 100)])
    expect(asked).toEqual([[0, 100]])
  })

  test('keeps the blocks used last and no more', async () => {
    const { asked, source } = counting(2)
    for (const at of [0, 100, 0, 200, 0, 100]) await source.read(at, 1)
    expect(asked.map(([offset]) => offset)).toEqual([0, 100, 200, 100])
  })

  test('asks again after a request that failed', async () => {
    let failures = 1
    const source = blockSource(
      4,
      async () => {
        if (failures-- > 0) throw new Error('first time')
        return bytes.slice(0, 4)
      },
      { blockBytes: 4, kept: 1 },
    )
    await expect(source.read(0, 4)).rejects.toThrow('first time')
    expect(await source.read(0, 4)).toEqual(bytes.slice(0, 4))
  })
})
