import { expect, test } from 'vitest'
import type { AuthorityRecord } from '../../src/dossier/authority-record.ts'
import { REPORT_ITEMS } from '../../src/dossier/upkeep.ts'
import type { VisitSheet } from '../../src/dossier/visit.ts'
import { type DatedDecision, writeDecision } from '../../src/service/desk-decisions.ts'
import { recordKey } from '../../src/service/keys.ts'
import { changeRecord, keptRecord } from '../../src/service/record-changes.ts'
import { noteCorrection, reopenVisit, saveVisit, signVisit, type VisitStore } from '../../src/service/visits.ts'
import { rounds } from '../support/rounds.ts'
import { memoryStore } from './support/faulty-memory.ts'

const CODE = 'H61.12'
const TODAY = '2026-11-20'
const on = '2026-11-20T02:00:00.000Z'
const service = { latestVerdict: async () => undefined, acceptedManifest: async () => undefined }

/** A sheet that decides a rule of its own year and finds one item not met. */
const sheetOf = (year: number): VisitSheet => ({
  head: {},
  items: Object.fromEntries(
    REPORT_ITEMS.map((id) => [
      id,
      id === '1b'
        ? {
            verdict: 'notMet',
            grounds: ['dossier'],
            found: 'Thiếu',
            points: { [`rule-${year}`]: { outcome: 'fail', reason: 'Thiếu' } },
          }
        : { verdict: 'met', grounds: ['dossier'] },
    ]),
  ),
})

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A store whose every call takes its turn by chance, so that writers meet at any point. */
function shuffled(seed: number) {
  const store = memoryStore()
  const random = seeded(seed)
  /** After some turns of others. */
  async function later<T>(act: () => Promise<T>): Promise<T> {
    for (let wait = Math.floor(random() * 6); wait > 0; wait--) await new Promise((resolve) => setImmediate(resolve))
    return act()
  }
  const late: VisitStore = {
    head: (key) => later(() => store.head(key)),
    read: (key) => later(() => store.read(key)),
    put: (...args) => later(() => store.put(...args)),
    putIfAbsent: (...args) => later(() => store.putIfAbsent(...args)),
    erase: (key) => later(() => store.erase(key)),
    async *list(...args) {
      await later(async () => undefined)
      yield* store.list(...args)
    },
  }
  return { store, late }
}

const sign = (year: number, from: number, responsible: string, store: VisitStore) =>
  signVisit(
    { code: CODE, year },
    { from, signedOn: `${year}-11-19`, responsible, by: 'An', on },
    { store, service, today: TODAY },
  )
const decide = (rule: string, random: string, store: VisitStore, made?: DatedDecision['made']) =>
  writeDecision(
    { province: 'H61', code: CODE },
    {
      on,
      made: made ?? { kind: 'decided', decision: { rule, outcome: 'pass', on: TODAY, by: 'Chi', reason: 'Đã xem' } },
    },
    random,
    TODAY,
    { desk: store, bundles: store, service },
  )

async function begun(seed: number) {
  const { store, late } = shuffled(seed)
  for (const year of [2024, 2025, 2026])
    await saveVisit({ code: CODE, year }, { from: 0, sheet: sheetOf(year), by: 'An', on }, store)
  await sign(2024, 1, 'Lê Văn An', store)
  return { store, late }
}

async function recordIn(store: VisitStore): Promise<AuthorityRecord> {
  const record = await keptRecord(CODE, store)
  if (record === undefined || 'otherKind' in record) throw new Error('there is no record')
  return record
}

const decided = ({ decisions = [] }: AuthorityRecord) => decisions.map(({ rule }) => rule).sort()

test('whatever is written into one record at once, nothing of it is lost', async () => {
  for (let seed = 1; seed <= rounds(200); seed++) {
    const { store, late } = await begun(seed)
    await Promise.all([
      sign(2025, 1, 'Lê Văn An', late),
      sign(2026, 1, 'Trần Thị Bình', late),
      decide('rule-a', '0000000a', late),
      decide('rule-b', '0000000b', late),
      noteCorrection(
        { code: CODE, year: 2024 },
        { from: 2, correction: { on: '2026-11-18', accepted: true }, by: 'An', on },
        late,
      ),
      changeRecord(CODE, late, (record) => ({ ...(record ?? { agency: CODE }), noticeReceivedOn: '2026-01-05' })),
    ])
    const record = await recordIn(store)
    expect([seed, decided(record)]).toEqual([seed, ['rule-2024', 'rule-2025', 'rule-2026', 'rule-a', 'rule-b']])
    expect([seed, record.noticeReceivedOn]).toEqual([seed, '2026-01-05'])
    const findings = new Map(record.earlierFindings?.map(({ id, correctedOn }) => [id, correctedOn]))
    expect([seed, [...findings.keys()].sort()]).toEqual([seed, ['KT-2024-1b', 'KT-2025-1b', 'KT-2026-1b']])
    expect([seed, findings.get('KT-2024-1b')]).toEqual([seed, '2026-11-18'])
  }
})

test('of two who sign one visit at once the record says what the sheet says, and what was decided before stays', async () => {
  for (let seed = 1; seed <= rounds(200); seed++) {
    const { store, late } = await begun(seed)
    await decide('rule-2026', '0000000a', store)
    const done = await Promise.all([sign(2026, 1, 'An', late), sign(2026, 1, 'Bình', late)])
    const saved = done.findIndex((one) => 'saved' in one)
    expect([seed, done.filter((one) => 'saved' in one).length]).toEqual([seed, 1])
    const own = (await recordIn(store)).decisions?.filter(({ rule }) => rule === 'rule-2026')
    expect([seed, own?.map(({ by }) => by)]).toEqual([seed, [saved === 0 ? 'An' : 'Bình']])
  }
})

test('a visit that is opened again while somebody decides a point loses its own decisions alone; a decision is taken back', async () => {
  for (let seed = 1; seed <= rounds(100); seed++) {
    const { store, late } = await begun(seed)
    await decide('rule-b', '0000000b', store)
    const undo = { kind: 'takenBack', rule: 'rule-b', by: 'Chi', reason: 'Nhầm' } as const
    await Promise.all([
      reopenVisit({ code: CODE, year: 2024 }, { from: 2, by: 'An', on }, late),
      decide('rule-a', '0000000c', late),
      decide('rule-b', '0000000d', late, undo),
    ])
    expect([seed, decided(await recordIn(store))]).toEqual([seed, ['rule-a']])
  }
})

test('a record of an earlier release, or laid there by hand, is what the next change goes on from', async () => {
  const store = memoryStore()
  const lay = (record: AuthorityRecord) =>
    store.put(recordKey(CODE), Buffer.from(JSON.stringify(record)), 'application/json')
  await lay({ agency: CODE, noticeReceivedOn: '2025-01-01' })
  await decide('rule-a', '0000000a', store)
  expect(await recordIn(store)).toMatchObject({ noticeReceivedOn: '2025-01-01', decisions: [{ rule: 'rule-a' }] })
  await lay({ agency: CODE, noticeReceivedOn: '2026-01-01' })
  await changeRecord(CODE, store, (record) => ({ ...(record ?? { agency: CODE }), statusReport: null }))
  expect(await recordIn(store)).toEqual({ agency: CODE, noticeReceivedOn: '2026-01-01', statusReport: null })
})

test('a change whose copy was not written stands nevertheless, and is copied by the next one', async () => {
  const store = memoryStore()
  await decide('rule-a', '0000000a', store)
  const cut = {
    ...store,
    list: store.list.bind(store),
    read: store.read.bind(store),
    putIfAbsent: store.putIfAbsent.bind(store),
    put: async () => Promise.reject(new Error('killed')),
  }
  await expect(
    changeRecord(CODE, cut, (record) => ({ ...(record ?? { agency: CODE }), statusReport: null })),
  ).rejects.toThrow('killed')
  expect(await recordIn(store)).not.toHaveProperty('statusReport')
  await changeRecord(CODE, store, (record) => ({ ...(record ?? { agency: CODE }), noticeReceivedOn: null }))
  expect(await recordIn(store)).toMatchObject({
    statusReport: null,
    noticeReceivedOn: null,
    decisions: [{ rule: 'rule-a' }],
  })
})
