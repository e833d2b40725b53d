import { describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import { pdfOfPicture } from '../../src/documents/picture.ts'
import { documentReader } from '../../src/documents/reader.ts'
import { tiffPages } from '../../src/documents/tiff.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

/** The same page of 300 × 400 pixels with lines of writing, as libtiff packs it. */
const PACKED = {
  'fax of group 4':
    'SUkqAMoAAAAmoLYKn////////////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f//////////+ACACAAA0AAAEDAAEAAAAsAQAAAQEDAAEAAACQAQAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAACQAQAAFwEEAAEAAADBAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAAAAAAA==',
  'fax, in strips, bits reversed':
    'SUkqANwAAABkBW1Q+f///////////xNsdMz///j///8TbHTM///4////E2x0zP//+P///wEQAAFkBRvqGDD9/4////8/wUbH/P+P////P8FGx/z/j////z/BRsf8/4////8/wUbH/P+P////HwABEGQFG+oYMP3/j////z/BRsf8/4////8/wUbH/P+P////P8FGx/z/j////z/BRsf8/4////8fAAEQZAUb6hgw/f+P////P8FGx/z/j////z/BRsf8/4////8/wUbH/P+P//////////8fAAEQAA0AAAEDAAEAAAAsAQAAAQEDAAEAAACQAQAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAACAAAAEQEEAAQAAACOAQAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAABkAAAAFwEEAAQAAAB+AQAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAAAAAADAAAAA4AAAAOAAAADMAAAAIAAAAOAAAAHAAAACoAAAA',
  deflate:
    'SUkqAJ4AAAB4nO3SsQnDAAADwWzi/bfLBvYEARcWvMmpvkr8ed7Y9w6iKIqi8urzc8cL1JNPUP+kqkXrnlqqatG6p5aqWrTuqaWqFq17aqmqReueWqpq0bqnlqpatO6ppaoWrXtqqapF655aqmrRuqeWqlq07qmlqhate2qpqkXrnlqqatG6p5aqWrTuqaWqFq17iqKox9QFb30sYQANAAABAwABAAAALAEAAAEBAwABAAAAkAEAAAIBAwABAAAAAQAAAAMBAwABAAAACAAAAAYBAwABAAAAAQAAAAoBAwABAAAAAQAAABEBBAABAAAACAAAABIBAwABAAAAAQAAABUBAwABAAAAAQAAABYBAwABAAAAkAEAABcBBAABAAAAlQAAABwBAwABAAAAAQAAACkBAwACAAAAAAABAAAAAAA=',
  'two pictures':
    'SUkqANAAAAAmoLYKn////////////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H//+ACACJqC2Cp/yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x///////////4AIAIA0AAAEDAAEAAAAsAQAAAQEDAAEAAACQAQAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAIAAAB6AQAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAADXAAAAFwEEAAIAAAByAQAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAAASgIAAGoAAABeAAAACAAAAHIAAAAmoLYKn////////////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H//+ACACJqC2Cp/yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x/////INi4z//8f////yDYuM///H////8g2LjP//x///////////4AIAIA0AAAEDAAEAAAAsAQAAAQEDAAEAAACQAQAAAgEDAAEAAAABAAAAAwEDAAEAAAAEAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAIAAAD0AgAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAADXAAAAFwEEAAIAAADsAgAAHAEDAAEAAAABAAAAKQEDAAIAAAABAAAAAAAAAGoAAABeAAAAggEAAOwBAAA=',
}
/** Where the first directory says at which byte the second one begins. */
function secondDirectory(bytes: Buffer): number {
  const first = bytes.readUInt32LE(4)
  return first + 2 + 12 * bytes.readUInt16LE(first)
}
const bytesOf = (name: keyof typeof PACKED) => Buffer.from(PACKED[name], 'base64')
const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => 0 })

async function contentOf(all: Readonly<Record<string, Uint8Array>>) {
  const files = Object.entries(all).map(([name, bytes]) => {
    const path = `${name}.tif`
    const file = { path, sha256: sha256(bytes), bytes: bytes.length, kind: 'tiff', state: 'ok' } as const
    return { path, file, open: async () => bytes }
  })
  return [...(await reader(files, '')).values()].map(({ text, format, content }) => ({ text, format, ...content }))
}

describe('a TIFF', () => {
  it('is a scan of as many pages as it has pictures, drawn alike however it is packed', async () => {
    const all = Object.fromEntries(Object.keys(PACKED).map((name) => [name, bytesOf(name as keyof typeof PACKED)]))
    const [fax, strips, deflate, two] = await contentOf(all)
    expect(fax).toMatchObject({ text: 'scan', format: 'picture', pages: 1, inkedPages: 1 })
    expect([strips?.inkedPages, strips?.pages]).toEqual([1, 1])
    expect(deflate?.drawnHash).toBe(fax?.drawnHash)
    // Both of its pictures are the same page: a repeated one counts once.
    expect(two).toMatchObject({ pages: 2, inkedPages: 1 })
  })

  it('whose pictures differ holds each of them', async () => {
    const bytes = bytesOf('two pictures')
    const directory = bytes.readUInt32LE(secondDirectory(bytes))
    // Its second tag is the height of the picture: the lower lines of the page are cut off.
    bytes.writeUInt16LE(300, directory + 2 + 12 + 8)
    expect(await contentOf({ cut: bytes })).toMatchObject([{ pages: 2, inkedPages: 2 }])
  })

  it('is looked through for no more entries of a directory than a picture needs', () => {
    const bytes = bytesOf('deflate')
    const own = bytes.readUInt32LE(4)
    const entries = bytes.subarray(own + 2, own + 2 + 12 * bytes.readUInt16LE(own))
    const pagesBehind = (idle: number) => {
      const count = Buffer.alloc(2)
      count.writeUInt16LE(idle + entries.length / 12)
      const made = Buffer.concat([bytes, count, Buffer.alloc(12 * idle), entries, Buffer.alloc(4)])
      made.writeUInt32LE(bytes.length, 4)
      return tiffPages(made).length
    }
    expect([0, 150, 250].map(pagesBehind)).toEqual([1, 1, 0])
  })

  it('has each strip in its place, and its bits in their order', () => {
    const [page] = tiffPages(bytesOf('fax, in strips, bits reversed'))
    expect(page?.pieces.map(({ y, height }) => [y, height])).toEqual([
      [0, 100],
      [100, 100],
      [200, 100],
      [300, 100],
    ])
    const [whole] = tiffPages(bytesOf('fax of group 4'))
    // Both begin with the same blank lines.
    expect(page?.pieces[0]?.data.slice(0, 4)).toEqual(whole?.pieces[0]?.data.slice(0, 4))
  })

  it('whose directories lead in a circle is read once', () => {
    const bytes = bytesOf('two pictures')
    const second = bytes.readUInt32LE(secondDirectory(bytes))
    bytes.writeUInt32LE(bytes.readUInt32LE(4), second + 2 + 12 * bytes.readUInt16LE(second))
    expect(tiffPages(bytes)).toHaveLength(2)
  })

  it('that is cut off, or has a byte changed, is no fault', async () => {
    const whole = bytesOf('two pictures')
    for (let at = 0; at < whole.length; at++) {
      pdfOfPicture(whole.subarray(0, at))
      const changed = Buffer.from(whole)
      changed[at] = 255 - (changed[at] ?? 0)
      const pdf = pdfOfPicture(changed)
      expect(pdf === undefined || pdf.length < 100_000).toBe(true)
    }
  })
})
