import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPackages } from '../support/own-packages.ts'
import { type CheckerFinding, EXCEPTIONS } from './checkers/exceptions.ts'
import { type PackagedService, packageService } from './support/package-service.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
/** Milliseconds; the checkers take half a minute on a busy machine. */
const SLOW = 180_000
const why = await ownPackages(here)

describe.skipIf(why !== undefined)(`The template before its checkers${why ? ` — skipped: ${why}` : ''}`, () => {
  let service: PackagedService
  let output: string
  const found: CheckerFinding[] = []

  async function check(checker: string): Promise<CheckerFinding[]> {
    const args = [join(here, 'checkers', checker), service.template, output]
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: here, maxBuffer: 1e8 })
    const findings: CheckerFinding[] = JSON.parse(stdout)
    found.push(...findings)
    return findings.filter((finding) => !EXCEPTIONS.some((exception) => covers(exception, finding)))
  }

  const covers = ({ rule, resource }: (typeof EXCEPTIONS)[number], finding: CheckerFinding) =>
    rule.test(finding.rule) && resource.test(finding.resource)

  beforeAll(async () => {
    service = await packageService('prod', 'template')
    output = await mkdtemp(join(tmpdir(), 'qms-verdict-checkers-'))
  })
  afterAll(async () => {
    await service.remove()
    await rm(output, { recursive: true })
  })

  test(
    'is clean for cloudformation-validate, strictly',
    async () => expect(await check('validate.mjs')).toEqual([]),
    SLOW,
  )

  test('is clean for cdk-nag', async () => expect(await check('nag.mjs')).toEqual([]), SLOW)

  test.each(EXCEPTIONS)('an exception is still needed: $rule $resource', (exception) => {
    expect(found.some((finding) => covers(exception, finding))).toBe(true)
  })
})
