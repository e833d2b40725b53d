import { describe, expect, test } from 'vitest'
import { authorityRecord } from '../../src/dossier/authority-record.ts'
import { readDecisions, writeDecision } from '../../src/service/desk-decisions.ts'
import { dropView, keepView, readViews } from '../../src/service/desk-views.ts'
import { recordKey } from '../../src/service/keys.ts'
import { memoryStore } from './support/faulty-memory.ts'

const OF = { province: 'H61', code: 'H61.12' }
const service = { latestVerdict: async () => undefined, acceptedManifest: async () => undefined }
const TODAY = '2026-11-20'

function decided(rule: string, second: number, outcome: 'pass' | 'fail' = 'pass') {
  const decision = { rule, outcome, on: TODAY, by: 'Lê Văn An', reason: 'Đã xem bản gốc' } as const
  return {
    on: `2026-11-20T02:00:${String(second).padStart(2, '0')}.000Z`,
    made: { kind: 'decided', decision },
  } as const
}

function world() {
  const [desk, bundles] = [memoryStore(), memoryStore()]
  const write = (one: Parameters<typeof writeDecision>[1], random: string) =>
    writeDecision(OF, one, random, TODAY, { desk, bundles, service })
  const rules = async () => {
    const bytes = (await bundles.read(recordKey(OF.code))) ?? expect.unreachable()
    const { decisions = [] } = authorityRecord.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return decisions.map(({ rule, outcome }) => `${rule} ${outcome}`)
  }
  return { desk, bundles, write, rules }
}

describe('what is decided at the desk', () => {
  test('stands in the record, once for a point, until it is taken back', async () => {
    const { desk, write, rules } = world()
    await write(decided('staff-trained', 1), '00000001')
    await write(decided('staff-trained', 2, 'fail'), '00000002')
    expect(await rules()).toEqual(['staff-trained fail'])
    const on = '2026-11-20T02:00:03.000Z'
    const back = { kind: 'takenBack', rule: 'staff-trained', by: 'Lê Văn An', reason: 'Nhầm hồ sơ' } as const
    await write({ on, made: back }, '00000003')
    expect(await rules()).toEqual([])
    expect(await readDecisions(OF, desk)).toHaveLength(3)
  })

  test('by many at once is all in the record', async () => {
    const { write, rules } = world()
    const points = Array.from({ length: 8 }, (_, at) => `rule-${at}`)
    await Promise.all(points.map((rule, at) => write(decided(rule, at), `0000000${at}`)))
    expect((await rules()).sort()).toEqual(points.map((rule) => `${rule} pass`))
  })

  test('before a whole record was sent is not added to that again', async () => {
    const { bundles, write, rules } = world()
    await write(decided('staff-trained', 1), '00000001')
    await write({ on: '2026-11-20T02:00:02.000Z', made: { kind: 'replaced' } }, '00000002')
    await bundles.put(
      recordKey(OF.code),
      new TextEncoder().encode(JSON.stringify({ agency: OF.code })),
      'application/json',
    )
    await write(decided('risks-addressed', 3), '00000003')
    expect(await rules()).toEqual(['risks-addressed pass'])
  })

  test('is not written beside a workbook, which nothing here replaces', async () => {
    const { desk, bundles, write } = world()
    await bundles.put('authority/records/H61.12.xlsx', new Uint8Array(1), 'application/octet-stream')
    expect(await write(decided('staff-trained', 1), '00000001')).toEqual({ otherKind: 'H61.12.xlsx' })
    expect(await readDecisions(OF, desk)).toEqual([])
  })
})

describe('views of the desk', () => {
  test('are kept by name, in the place of one of the name, and let go', async () => {
    const store = memoryStore()
    await keepView('H61', { name: 'Chưa gửi', query: 'status=none' }, store)
    await keepView('H61', { name: 'Khối sở', query: 'block=department' }, store)
    await keepView('H61', { name: 'Chưa gửi', query: 'status=none&sort=code' }, store)
    expect((await readViews('H61', store)).map(({ query }) => query)).toEqual([
      'block=department',
      'status=none&sort=code',
    ])
    expect(await readViews('H01', store)).toEqual([])
    await dropView('H61', 'Chưa gửi', store)
    expect((await readViews('H61', store)).map(({ name }) => name)).toEqual(['Khối sở'])
  })

  test('of two who keep one at once both stand', async () => {
    const store = memoryStore()
    const names = ['a', 'b', 'c', 'd']
    await Promise.all(names.map((name) => keepView('H61', { name, query: `q=${name}` }, store)))
    expect((await readViews('H61', store)).map(({ name }) => name).sort()).toEqual(names)
  })
})
