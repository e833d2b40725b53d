import { describe, expect, test } from 'vitest'
import { allPatterns, readAnswers } from './answers.ts'
import { collectPatterns } from './collect-patterns.ts'

describe('patterns over texts from outside', () => {
  test('each has an answer of the checker, and no answer is of a pattern that is gone', async () => {
    const names = new Set((await allPatterns()).keys())
    const answers = Object.keys(await readAnswers())
    expect(names.size).toBeGreaterThan(300)
    const unanswered = [...names].filter((name) => !answers.includes(name))
    const gone = answers.filter((name) => !names.has(name))
    expect({ unanswered, gone }, 'npm run patterns asks the checker and writes answers.json').toEqual({
      unanswered: [],
      gone: [],
    })
  })

  test('are found where they stand: literals, those in pages, those put together', async () => {
    const root = new URL('../../', import.meta.url).pathname
    const { literals, builders } = await collectPatterns(root, ['src/core', 'src/documents/facts', 'src/http'])
    expect(literals.find(({ files }) => files.includes('src/core/texts.ts'))).toBeDefined()
    expect(literals.some(({ files }) => files.some((file) => file.endsWith('.tsx')))).toBe(true)
    expect(builders).toContain('src/documents/facts/wording.ts')
  })
})
