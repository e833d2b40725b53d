import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
const runbook = await read('docs/runbook.md')
// The tags of CloudFormation are not looked at here.
const service = parse(await read('serverless.yml'), { logLevel: 'silent', merge: true })
const named = (name: string) => expect(runbook).toMatch(new RegExp(`\\b${name}\\b`))

test.each(Object.keys(service.params.default))('the runbook tells of the parameter %s', named)

test.each(Object.keys(service.functions))('the runbook tells of the function %s', named)

test.each(Object.keys(service.resources.Resources).filter((name) => /Alarm$|^Failed\w+s$/.test(name)))(
  'the runbook says what to do about %s',
  named,
)

test('every output that the runbook uses is one', () => {
  const used = new Set([...runbook.matchAll(/"\$([A-Z]\w+)[/"]/g)].map(([, name]) => String(name)))
  const outputs = [...Object.keys(service.resources.Outputs), 'HttpApiUrl']
  expect([...used].filter((name) => !outputs.includes(name))).toEqual([])
  expect(used.size).toBeGreaterThan(4)
})

test('every metric that is counted is in the runbook', async () => {
  const counted = /export type Counted =([^/]*)/.exec(await read('handlers/log/meter.ts'))?.[1] ?? ''
  const metrics = [...counted.matchAll(/'(\w+)'/g)].map(([, name]) => String(name))
  expect(metrics.length).toBeGreaterThan(5)
  for (const metric of metrics) expect(runbook).toContain(`\`${metric}\``)
})

test('the time that a bundle may take is told as it is', () => {
  expect(runbook).toContain(`up to ${DEFAULT_LIMITS.milliseconds / 1000} s`)
})
