import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { parseManifest } from '../../../src/intake/manifest/manifest.ts'
import { processorTime } from '../../support/processor-time.ts'
import { refusalOf } from './reading.ts'

const SIZE = DEFAULT_LIMITS.manifestYamlBytes
/** Longest that the worst text may take where other work runs beside it; alone the slowest takes about three seconds. */
const PATIENCE_MS = 20_000

const fill = (piece: string) => piece.repeat(Math.floor(SIZE / Buffer.byteLength(piece)))
const TEXTS = {
  'open lists': fill('['),
  'open objects': fill('{a: '),
  'list in list': fill('- '),
  'keys of keys': fill('? '),
  'keys without names': fill(': '),
  'blocks in blocks': Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
  'closing brackets': fill(']'),
  'different keys': Array.from({ length: 30_000 }, (_, index) => `k${index}:`).join('\n'),
  'the same key': fill('a: \n'),
  'list items': fill('- a\n'),
  anchors: fill('&a '),
  aliases: fill('*a '),
  'billion laughs': `a: &a [x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [${'*a, '.repeat(40)}]`).join('\n')}`,
  tags: fill('!a '),
  documents: fill('---\n'),
  directives: fill('%a\n'),
  comments: fill('#\n'),
  'empty lines': `a:${fill('\n').slice(2)}`,
  'a quoted text without end': `"${'\\'.repeat(SIZE - 1)}`,
  quotes: fill("'"),
  'wrong indentation': fill('a:\n   b: c\n  d: e\n'),
  'objects on one line': fill('{a: 1}, '),
  'pairs in a list': `[${'a: b, '.repeat(SIZE / 6 - 1)}]`,
  tabs: fill('\ta: b\n'),
}

describe('hostile YAML within the size limit', () => {
  it.each(Object.entries(TEXTS))('%s: refused in time, with problems that can be counted', async (_, text) => {
    const spent = processorTime()
    const refusal = await refusalOf(parseManifest(Buffer.from(text), 'manifest.yaml', DEFAULT_LIMITS))
    expect(spent()).toBeLessThan(PATIENCE_MS)
    expect(refusal.code).toMatch(/^manifest-(not-parseable|invalid|too-deep|not-object|empty)$/)
    expect(refusal.problems?.length ?? 0).toBeLessThanOrEqual(10_000)
  })
})
