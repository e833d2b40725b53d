import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { BrokenRulesError, loadRules } from '../../src/rules/load.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { step } from '../support/rounds.ts'
import { breakRules, brokenRulesCases } from './broken-rules.ts'

const WORDS = vocabulary as Vocabulary<unknown>

async function problemsOf(folder: string): Promise<BrokenRulesError['problems']> {
  try {
    await loadRules(folder, WORDS)
  } catch (error) {
    if (error instanceof BrokenRulesError) return error.problems
    throw error
  }
  return []
}

describe('broken rules are refused with file, line and what is meant', async () => {
  it.each((await brokenRulesCases()).filter((_, at) => at % step(5) === 0))('$name', async ({ name, given }) => {
    const folder = await mkdtemp(join(tmpdir(), 'broken-rules-'))
    try {
      const lines = (await breakRules(name, folder)).split('\n')
      const told = (await problemsOf(folder)).map(({ file, line, text }) => ({ file, line, text: text.vi }))
      expect(told, JSON.stringify(told, null, 1)).toEqual(
        given.expect.map(({ at, words }) => ({
          file: join(folder, given.file),
          line: lines.findIndex((line) => line.includes(at)) + 1,
          text: expect.stringContaining(words),
        })),
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})
