import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const PAPER = 'fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf'
/** The program of a Node of another version than that which runs the tests. */
const other = process.env.OTHER_NODE

async function wordsBy(node: string): Promise<{ node: string; words: { confidence: number }[] }> {
  const { stdout } = await run(node, ['scripts/run.mjs', 'test/documents/ocr/read-in-process.ts', PAPER], {
    maxBuffer: 8 * 1024 * 1024,
  })
  return JSON.parse(stdout)
}

test.skipIf(other === undefined)(
  `a page has the same words with the same confidences by another Node ${other ?? '(none is named in OTHER_NODE)'}`,
  { timeout: 600_000 },
  async () => {
    const [one, two] = [await wordsBy(process.execPath), await wordsBy(other ?? '')]
    expect(two.node).not.toBe(one.node)
    expect(one.words.length).toBeGreaterThan(100)
    expect(two.words).toEqual(one.words)
  },
)
