import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Engine } from 'json-rules-engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addOperators } from '../../src/rules/condition.ts'
import { loaded } from '../support/loaded.ts'
import { commandLine } from './command-line.ts'
import { makeWorkspace } from './workspace.ts'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

const build = (...args: string[]) =>
  commandLine.run(
    ['rules', 'build', '--output', 'published', '--date', '2026-11-01', '--lang', 'en', ...args],
    workspace.folder,
  )
const written = async (path: string) => JSON.parse(await readFile(join(workspace.folder, path.trim()), 'utf8'))

describe('rules build', () => {
  it('writes one file with every profile, named by day and hash', async () => {
    const { status, stdout } = await build()
    expect([status, stdout]).toEqual([0, `published/rule-set-2026-11-01-${loaded.sha256}.json\n`])
    expect((await written(stdout)).rules).toHaveLength(loaded.rules.length)
  })

  it('writes plain rules of one profile that an engine loads', async () => {
    const { status, stdout } = await build('--format', 'json-rules-engine', '--profile', 'national-rolling')
    expect([status, stdout]).toEqual([
      0,
      `published/json-rules-engine-2026-11-01-national-rolling-${loaded.sha256}.json\n`,
    ])
    const rules = await written(stdout)
    const engine = new Engine(rules)
    addOperators(engine)
    expect(rules).toHaveLength(loaded.rules.length)
    expect(JSON.stringify(rules)).toContain('"rolling"')
  })

  it.each([
    [['--format', 'xml'], "--format is 'xml'; use one of: rule-set, json-rules-engine."],
    [['--profile', 'national'], '--profile goes with --format json-rules-engine only'],
    [['--format', 'json-rules-engine', '--profile', 'nowhere'], "'nowhere'"],
  ])('refuses %j', async (args, said) => {
    const { status, stdout, stderr } = await build(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  })
})
