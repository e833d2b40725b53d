import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { ownPackages } from '../support/own-packages.ts'
import { type Answer, allPatterns, readAnswers, writeAnswers } from './answers.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const why = await ownPackages(here)
/** With `PATTERNS=write` the answers are kept (`npm run patterns`). */
const isKept = process.env.PATTERNS === 'write'
/** Milliseconds; a pattern takes one second on average when the machine is busy, the hardest are given twenty. */
const LONGEST = 3_600_000

type Check = (source: string, flags: string, options: object) => Promise<{ status: Answer }>

/** The native build of the checker, or where there is none its pure one. */
async function checker(): Promise<Check> {
  const { check } = await import(/* @vite-ignore */ `${here}node_modules/recheck/lib/main.js`)
  return check
}

const check: Check = async (source, flags, options) => (await checker())(source, flags, { timeout: 20_000, ...options })

describe.skipIf(why !== undefined)(`The checker of patterns${why ? ` — skipped: ${why}` : ''}`, () => {
  test.each([
    ['(a+)+$', 'vulnerable'],
    ['\\s*\\/', 'vulnerable'],
    ['^[a-z]{1,20}$', 'safe'],
  ])('says of %s that it is %s', async (source, status) => {
    expect((await check(source, '', {})).status).toBe(status)
  })

  test(
    'finds every pattern that has no answer yet to be linear',
    async () => {
      const patterns = await allPatterns()
      const known = await readAnswers()
      const answers = Object.fromEntries(Object.entries(known).filter(([name]) => patterns.has(name)))
      for (const [name, { source, flags }] of patterns) answers[name] ??= (await check(source, flags, {})).status
      if (isKept) await writeAnswers(answers)
      const fresh = Object.entries(answers).filter(([name, answer]) => !(name in known) && answer !== 'safe')
      expect(isKept ? [] : fresh).toEqual([])
    },
    LONGEST,
  )
})
