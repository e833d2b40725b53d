import { afterAll, expect, test } from 'vitest'
import { type DatedDecision, readDecisions, writeDecision } from '../../src/service/desk-decisions.ts'
import { recordKey } from '../../src/service/keys.ts'
import { CODE, endWorlds, makeWorld } from './world.ts'

afterAll(endWorlds)

const OF = { province: 'H61', code: CODE }
const RULE = 'scope-stated'
const decided = (day: string, outcome: 'pass' | 'fail', rule = RULE): DatedDecision => ({
  on: `${day}T02:00:00.000Z`,
  made: { kind: 'decided', decision: { rule, outcome, on: day, by: 'Trần Thị Ngọc Ánh', reason: 'Đã xem bản gốc' } },
})
const takenBack = (day: string): DatedDecision => ({
  on: `${day}T02:00:00.000Z`,
  made: { kind: 'takenBack', rule: RULE, by: 'Trần Thị Ngọc Ánh', reason: 'Xem nhầm' },
})

async function desk() {
  const { bundles, verdicts, service } = await makeWorld()
  let at = 0
  const write = (one: DatedDecision) =>
    writeDecision(OF, one, String(at++).padStart(8, '0'), '2026-11-01', { desk: verdicts, bundles, service })
  const key = recordKey(CODE)
  const put = (record: object) => bundles.put(key, Buffer.from(JSON.stringify({ agency: CODE, ...record })))
  const decisions = async () => {
    const record = JSON.parse(Buffer.from((await bundles.read(key)) ?? []).toString())
    return (record.decisions ?? []).map(({ rule, outcome }: { rule: string; outcome: string }) => `${rule} ${outcome}`)
  }
  return { write, put, decisions, read: () => readDecisions(OF, verdicts), bundles }
}

test('what is decided at the desk stands in the record, the last of a point alone, until it is taken back', async () => {
  const { write, decisions, read } = await desk()
  await write(decided('2026-11-01', 'pass'))
  await write(decided('2026-11-01', 'fail', 'heads-named'))
  await write(decided('2026-11-02', 'fail'))
  expect((await decisions()).sort()).toEqual(['heads-named fail', 'scope-stated fail'])
  await write(takenBack('2026-11-03'))
  expect(await decisions()).toEqual(['heads-named fail'])
  expect(await read()).toHaveLength(4)
})

test('what a visit decided later stands, whatever is decided of another point after it', async () => {
  const { write, put, decisions } = await desk()
  await write(decided('2026-11-01', 'pass'))
  const { made } = decided('2026-11-20', 'fail')
  await put({ decisions: made.kind === 'decided' ? [made.decision] : [] })
  await write(decided('2026-11-21', 'pass', 'heads-named'))
  expect((await decisions()).sort()).toEqual(['heads-named pass', 'scope-stated fail'])
  await write(decided('2026-11-22', 'pass'))
  expect((await decisions()).sort()).toEqual(['heads-named pass', 'scope-stated pass'])
})

test('a record that was sent since counts as it is; a workbook in its place is not replaced, and nothing is decided', async () => {
  const { write, put, decisions, read, bundles } = await desk()
  await write(decided('2026-11-01', 'pass'))
  await put({ decisions: [] })
  await write({ on: '2026-11-02T02:00:00.000Z', made: { kind: 'replaced' } })
  await write(decided('2026-11-03', 'fail', 'heads-named'))
  expect(await decisions()).toEqual(['heads-named fail'])
  await bundles.put(recordKey(CODE).replace('.json', '.xlsx'), Buffer.from('PK'))
  expect(await write(decided('2026-11-04', 'fail'))).toEqual({ otherKind: `${CODE}.xlsx` })
  expect(await read()).toHaveLength(3)
})

test('what is of another province is not decided here', async () => {
  const { bundles, verdicts, service } = await makeWorld()
  const of = { province: 'H62', code: CODE }
  const tools = { desk: verdicts, bundles, service }
  await expect(writeDecision(of, decided('2026-11-01', 'pass'), '00000000', '2026-11-01', tools)).rejects.toThrow('H62')
})
