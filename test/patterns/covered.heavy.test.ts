import { describe, expect, test } from 'vitest'
import { allPatterns, readAnswers } from './answers.ts'
import { collectPatterns } from './collect-patterns.ts'

describe('patterns over texts from outside', () => {
  test('each has an answer of the checker (npm run patterns), and no answer is of a pattern that is gone', async () => {
    const names = [...(await allPatterns()).keys()].sort()
    expect(names.length).toBeGreaterThan(300)
    expect(Object.keys(await readAnswers()).sort()).toEqual(names)
  })

  test('are found where they stand: literals, those in pages, those put together', async () => {
    const root = new URL('../../', import.meta.url).pathname
    const { literals, builders } = await collectPatterns(root, ['src', 'handlers'])
    expect(literals.find(({ files }) => files.includes('src/core/texts.ts'))).toBeDefined()
    expect(literals.some(({ files }) => files.some((file) => file.endsWith('.tsx')))).toBe(true)
    expect(builders).toContain('src/documents/facts/wording.ts')
  })
})
