import { describe, expect, test } from 'vitest'
import { linesOf } from '../../src/documents/facts/lines.ts'
import { allPatterns, readAnswers } from './answers.ts'
import cases from './growth-cases.json' with { type: 'json' }

/** A text that a pattern takes long over: how it begins, what is repeated, how it ends. */
interface Growth {
  prefix: string
  pump: string
  suffix: string
  /** Met over lines of a document alone, which are of bounded length, not over a whole text. */
  lines: boolean
}

const CASES: Readonly<Record<string, Growth>> = cases
const patterns = await allPatterns()
const answers = await readAnswers()
/** Characters of the short texts; the long ones have ten times as many. */
const SIZE = 10_000
/** How much faster than a straight scan the work may grow: 10 is quadratic, 1 linear; the machine may be busy. */
const MOST = 3

function attack({ prefix, pump, suffix, lines }: Growth, length: number): string[] {
  const text = prefix + pump.repeat(Math.ceil(length / pump.length)) + suffix
  if (!lines) return [text]
  return linesOf({ content: [{ page: 1, lines: [{ text, cells: [text] }] }] } as never).map((line) => line.text)
}

const processorTime = (act: () => void): number => {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The least of several times: what else the machine does only adds. */
const least = (act: () => void): number => Math.min(...[1, 2, 3].map(() => processorTime(act)))

/** Work over one long text to that over ten short ones. */
function growth(
  work: (text: string) => void,
  texts: (length: number) => readonly string[],
  repeat: number,
  size: number,
) {
  const [short, long] = [texts(size), texts(10 * size)]
  const times = (count: number, all: readonly string[]) => () => {
    for (let at = 0; at < count; at++) for (const text of all) work(text)
  }
  return least(times(repeat, long)) / Math.max(1, least(times(10 * repeat, short)))
}

/** So often that the short texts take long enough to be measured. */
function repeats(work: (text: string) => void, texts: readonly string[]): number {
  let count = 1
  for (; count < 256; count *= 2) {
    const now = count
    const took = processorTime(() => {
      for (let at = 0; at < 10 * now; at++) for (const text of texts) work(text)
    })
    if (took > 5_000) break
  }
  return count
}

const scan = (text: string) => {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at)
  return sum
}

/** How much faster than a straight scan a pattern's work grows. */
function growthOf(pattern: RegExp, one: Growth, size = SIZE): number {
  const texts = (length: number) => attack(one, length)
  // All that `matchAll` and `replace` would find, as a search that goes on behind each match.
  const global = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  const work = (text: string) => void text.replace(global, '')
  const straight = growth(scan, texts, repeats(scan, texts(size)), size)
  return growth(work, texts, repeats(work, texts(size)), size) / straight
}

describe('a pattern that the checker does not call linear', () => {
  test('and only such a one has a growth check of its own', () => {
    const doubted = Object.keys(answers).filter((name) => answers[name] !== 'safe')
    expect(Object.keys(CASES).sort()).toEqual(doubted.sort())
  })

  test('the check finds one that is not linear', () => {
    expect(growthOf(/\s*\//, { prefix: '', pump: ' ', suffix: 'x', lines: false }, SIZE / 4)).toBeGreaterThan(MOST)
  })

  test.each(Object.entries(CASES))('%s takes time as its text is long', (name, one) => {
    const { source, flags } = patterns.get(name) ?? { source: '', flags: '' }
    expect(growthOf(new RegExp(source, flags), one)).toBeLessThan(MOST)
  })
})
