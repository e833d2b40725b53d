import { afterAll, describe, expect, it } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { Clock, toDay } from '../../src/core/days.ts'
import { mergePatch } from '../../src/core/json.ts'
import { authorityRecord } from '../../src/dossier/authority-record.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import type { DocumentReading } from '../../src/dossier/reading.ts'
import { screenDossier } from '../../src/province/bundle-screening.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { sampledProcesses } from '../../src/rules/facts/fact.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { findProfile } from '../../src/rules/rule-set.ts'
import { underRecord } from '../../src/verdict/authority.ts'
import { judge } from '../../src/verdict/judge.ts'
import { dossierOf, type Stands, standing } from '../property/left-out.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { makeZip, STORED } from '../support/zip.ts'
import {
  AS_OF,
  DISHONEST,
  demandedPapers,
  honest,
  LOOKED_AT,
  type Made,
  packed,
  scanned,
  UNSHOWABLE,
} from './dossiers.ts'

const GRADES = ['trung-binh', 'kha', 'tot', 'xuat-sac']
const rank = (grade: string | null) => GRADES.indexOf(grade ?? '')
const handedIn = await honest()

const verdictOf = async (dossier: Dossier) =>
  (await judge({ dossier, ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf: AS_OF })).verdict

/** The table of the suite, printed where GAMING_TABLE is set. */
const table: string[][] = []
const row = (kind: string, name: string, { status, grade, low, backed }: Stands, after?: Stands) => {
  const shown = ({ status, grade }: Pick<Stands, 'status' | 'grade'>) => `${grade ?? '–'} (${status})`
  table.push([kind, name, `${low} / ${backed}`, shown({ status, grade }), after ? shown(after) : ''])
}
afterAll(() => {
  if (process.env.GAMING_TABLE) process.stdout.write(`${table.map((cells) => cells.join(' | ')).join('\n')}\n`)
})

const readOf = async ({ of, read = (dossier) => dossier }: Made) => read(await dossierOf(await packed(of(handedIn))))

describe('dishonest dossiers reach no "khá", however high their points', () => {
  it('are twenty-seven with those that no paper shows', () => {
    expect(DISHONEST.length + LOOKED_AT.length + UNSHOWABLE.length).toBe(27)
  })

  it('two manifests that say different things are not judged at all', async () => {
    const { manifest, papers } = handedIn
    const other = { ...manifest, agency: { ...manifest.agency, units: ['Văn phòng Sở'] } }
    const zip = await makeZip(
      {
        'manifest.json': Buffer.from(JSON.stringify(manifest)),
        'manifest.yaml': Buffer.from(JSON.stringify(other)),
        ...papers,
      },
      STORED,
    )
    await expect(dossierOf(zip)).rejects.toMatchObject({ code: 'manifest-ambiguous' })
  })

  it.each(['Н61.12', 'Ｈ61.12', 'H61․12'])(
    'an agency whose code only looks like its own (%s) is not another one',
    async (code) => {
      const { manifest, papers } = handedIn
      const said = Buffer.from(JSON.stringify({ ...manifest, agency: { ...manifest.agency, code } }))
      const read = dossierOf(await makeZip({ 'manifest.json': said, ...papers }, STORED))
      await expect(
        read.then(({ manifest: { agency } }) => agency.code),
        code,
      ).rejects.toMatchObject({ code: 'manifest-invalid' })
    },
  )

  it.each([...DISHONEST, ...LOOKED_AT])('$name', async (made) => {
    const stands = await standing(await readOf(made), AS_OF)
    row('dishonest', made.name, stands)
    const { grade, backed, low } = stands
    expect({ grade, backed, low }).toMatchObject({ grade: rank(grade) < rank('kha') ? grade : 'below kha' })
  })

  it('are told: a file named for more than it has pages', async () => {
    const [many] = DISHONEST.filter(({ name }) => name === 'one page at one path')
    const verdict = await verdictOf(await dossierOf(await packed((many as (typeof DISHONEST)[number]).of(handedIn))))
    expect(verdict.notices).toContainEqual(
      expect.objectContaining({
        id: 'fileUsedTooOften',
        values: expect.objectContaining({ file: 'mot-trang.pdf', pages: 1 }),
      }),
    )
  })

  it('are told: papers that say nothing of what was looked for', async () => {
    const [junk] = DISHONEST.filter(({ name }) => name === 'junk words')
    const { evidence } = await verdictOf(
      await dossierOf(await packed((junk as (typeof DISHONEST)[number]).of(handedIn))),
    )
    expect(evidence?.unconfirmed.length).toBeGreaterThan(20)
  })
})

describe('what no paper shows is told, and falls below "khá" once the authority says what it knows', () => {
  it.each(UNSHOWABLE)('$name', async (made) => {
    const { catalogue, record, told } = made
    const dossier = await readOf(made)
    const before = await standing(dossier, AS_OF)
    const listed = catalogue ? { ...dossier, catalogue: catalogue(handedIn) } : dossier
    const known = record ? underRecord(listed, authorityRecord.parse({ agency: CODE, ...record })) : listed
    const after = await standing(known, AS_OF)
    row('not shown by papers', made.name, before, after)
    expect(rank(before.grade)).toBeGreaterThanOrEqual(rank('kha'))
    expect({ after }).toMatchObject({ after: { grade: rank(after.grade) < rank('kha') ? after.grade : 'below kha' } })
    expect(await tells(dossier)).toContain(told)
  })
})

const CODE = 'H61.12'

/** What the authority is told of a dossier beside its score, in the table and in the reasons of the plan. */
async function tells(dossier: Dossier): Promise<string[]> {
  const judge = { ruleSet: loaded, profileId: 'national', engine: ENGINE }
  const { screening } = await screenDossier(dossier, { asOf: AS_OF, judge }, () => undefined)
  const member = { code: CODE, name: dossier.manifest.agency.name, block: 'department' as const }
  const document = prescreenOf({
    register: { members: [member], warnings: [] },
    submissions: [{ file: 'a.zip', screening }],
    ...{ year: 2026, asOf: AS_OF, ruleSet: loaded, profile: findProfile(loaded, 'national'), seed: 1 },
  })
  const { onSite, dossier: checks } = document.plan
  const reasons = [...onSite, ...checks].flatMap((visit) => visit.reasons)
  const [agency] = document.agencies
  return [...reasons, ...(agency?.notices ?? []).map(({ id }) => id)]
}

/** Every rule that asks for a paper, seen by a person of the authority. */
const seenOf = (how: 'paper' | 'link', rules: readonly string[]) =>
  authorityRecord.parse({
    agency: CODE,
    papersSeen: rules.map((rule) => ({ rule, how, seenOn: '2026-10-20', by: 'Lê Văn An, kiểm tra viên' })),
  })
const FLOOR = [
  'declaration-in-force',
  'declaration-edition-accepted',
  'internal-audit-yearly',
  'management-review-yearly',
]
const ruleIds = loaded.source.rules.map(({ id }) => id)
const readWith = async (patch: object, papers = handedIn.papers) => {
  const manifest = manifestSchema.parse(mergePatch(handedIn.manifest, patch))
  return dossierOf(await packed({ manifest, papers }))
}
const declarations = handedIn.manifest.declarations ?? []

/** Ten honest ones: the dossier, and the least grade that it keeps. */
const HONEST: readonly { name: string; least: string; of(): Promise<Dossier> }[] = [
  {
    name: 'a commune of 300 procedures whose papers are scans in strips',
    least: 'tot',
    of: async () => scanned(4)(await manyProcesses(300, { block: 'commune', name: 'UBND xã Tân Phú' })),
  },
  {
    name: 'paper copies that the authority has seen',
    least: 'kha',
    of: async () => underRecord(await dossierOf(await packed({ ...handedIn, papers: {} })), seenOf('paper', ruleIds)),
  },
  {
    name: 'a link instead of the four papers demanded',
    least: 'kha',
    of: async () => {
      const demanded = demandedPapers(handedIn.manifest)
      const papers = Object.fromEntries(Object.entries(handedIn.papers).filter(([path]) => !demanded.has(path)))
      return underRecord(await dossierOf(await packed({ ...handedIn, papers })), seenOf('link', FLOOR))
    },
  },
  {
    name: 'a department in its first year, which has not declared yet',
    least: 'trung-binh',
    of: () =>
      readWith({
        agency: { establishedOn: '2026-03-01' },
        ...{ declarations: [], internalAudits: [], managementReviews: [], effectiveness: null },
      }),
  },
  {
    name: "a merged agency with its predecessor's papers",
    least: 'xuat-sac',
    of: () =>
      readWith({
        agency: {
          name: 'Sở Tư pháp và Dân tộc tỉnh Vĩnh Long',
          establishedOn: '2026-10-20',
          formerNames: [{ name: handedIn.manifest.agency.name, until: '2026-10-20' }],
        },
      }),
  },
  { name: 'one manual of ten documents in one file', least: 'xuat-sac', of: async () => (await oneManual(10)).dossier },
  {
    name: 'a sample of 20 of 120 processes',
    least: 'xuat-sac',
    of: async () => {
      const many = await manyProcesses()
      const scope = new Scope(many, { ruleSet: loaded.source, profile: findProfile(loaded, 'national') })
      const { codes } = sampledProcesses(scope, new Clock(toDay(AS_OF)))
      const isAsked = (path: string) => !path.startsWith('nhieu/') || codes.has(path.slice(6, -4))
      return { ...many, files: new Map([...many.files].filter(([path]) => isAsked(path))) }
    },
  },
  {
    name: 'bad figures, and true ones',
    least: 'xuat-sac',
    of: () =>
      readWith({
        satisfaction: { ...handedIn.manifest.satisfaction, satisfied: 90 },
        objectives: (handedIn.manifest.objectives ?? []).map((one) => (one.result ? { ...one, result: '61,2%' } : one)),
      }),
  },
  {
    name: 'a deputy chairman who signs TM. KT.',
    least: 'xuat-sac',
    of: () => {
      const [head, deputy] = handedIn.manifest.agency.heads
      return readWith({
        agency: {
          heads: [
            { ...deputy, title: 'Chủ tịch' },
            { ...head, title: 'Phó Chủ tịch' },
          ],
        },
        declarations: declarations.map((one) => ({
          ...one,
          signedBy: { ...one.signedBy, title: 'Phó Chủ tịch', capacity: 'TM. KT.' },
        })),
      })
    },
  },
  {
    name: 'half its papers, those demanded among them',
    least: 'trung-binh',
    of: async () => {
      const demanded = demandedPapers(handedIn.manifest)
      const paths = Object.keys(handedIn.papers)
      const keep = ([path]: [string, unknown]) => demanded.has(path) || paths.indexOf(path) % 2 === 0
      const papers = Object.fromEntries(Object.entries(handedIn.papers).filter(keep))
      return dossierOf(await packed({ ...handedIn, papers }))
    },
  },
]

describe('ten honest dossiers do not lose what they have shown', () => {
  it.each(HONEST)('$name', async ({ name, least, of }) => {
    const stands = await standing(await of(), AS_OF)
    row('honest', name, stands)
    expect({ ...stands, enough: rank(stands.grade) >= rank(least) }).toMatchObject({ status: 'met', enough: true })
  })
})

/** What an authority is told of dossiers that have something to hide. */
const SUSPICIONS = ['listLeavesOut', 'listShort', 'figureFell', 'oneProcessForMany', 'recordsAlike', 'reportsAlike']

describe('honest dossiers keep what they have shown', () => {
  it.each(['department-complete', 'commune-behind', 'commune-caught-up'])(
    'nothing is asked of the shipped sample %s by accident',
    async (name) => {
      const told = await tells(await dossierOf((await buildSample(name)).zip))
      expect(told.filter((id) => SUSPICIONS.includes(id))).toEqual([])
    },
  )

  it('one whose papers are all there and can be read', async () => {
    expect(await standing(await dossierOf(await packed(handedIn)), AS_OF)).toMatchObject({
      grade: 'xuat-sac',
      low: 100,
    })
  })

  it('one whose papers are scans: the highest grade alone waits until they are read', async () => {
    const verdict = await verdictOf(scanned(1)(await dossierOf(await packed(handedIn))))
    expect(verdict).toMatchObject({ status: 'met', grade: 'tot', score: { low: 100 } })
    expect(verdict.notices.map(({ id }) => id)).toContain('gradeHeldUnread')
    const plan = verdict.plan.find(({ goal }) => goal === 'xuat-sac')
    expect(plan).toMatchObject({ reachable: true, effort: 4 })
    expect(plan?.rules.map(({ step }) => step)).toEqual(['paper', 'paper', 'paper', 'paper'])
  })

  it('one with half its papers, those demanded among them: met, graded by what it has shown', async () => {
    const demanded = demandedPapers(handedIn.manifest)
    const paths = Object.keys(handedIn.papers)
    const papers = Object.fromEntries(
      Object.entries(handedIn.papers).filter(([path]) => demanded.has(path) || paths.indexOf(path) % 2 === 0),
    )
    const stands = await standing(await dossierOf(await packed({ ...handedIn, papers })), AS_OF)
    expect(stands.status).toBe('met')
    expect(stands.backed).toBeGreaterThan(30)
    expect(stands.grade).not.toBeNull()
  })

  it('one manual of ten documents in one file of ten pages', async () => {
    const { dossier, paths } = await oneManual(10)
    expect(paths).toBe(10)
    expect((await standing(dossier, AS_OF)).grade).toBe('xuat-sac')
    const { dossier: short } = await oneManual(9)
    expect((await standing(short, AS_OF)).grade).not.toBe('xuat-sac')
  })

  it('a sample of 20 of 120 processes', async () => {
    const many = await manyProcesses()
    const scope = new Scope(many, { ruleSet: loaded.source, profile: findProfile(loaded, 'national') })
    const { codes, total } = sampledProcesses(scope, new Clock(toDay(AS_OF)))
    expect([codes.size, total]).toEqual([20, 120])
    const files = new Map(
      [...many.files].filter(([path]) => !path.startsWith('nhieu/') || codes.has(path.slice(6, -4))),
    )
    const verdict = await verdictOf({ ...many, files })
    expect(verdict).toMatchObject({ status: 'met', grade: 'xuat-sac' })
    expect(verdict.notices.find(({ id }) => id === 'processesSampled')?.values).toMatchObject({
      total: 120,
      sample: 20,
    })
    const [first = ''] = codes
    const lacking = await verdictOf({ ...many, files: new Map([...files].filter(([path]) => !path.includes(first))) })
    expect(lacking.evidence?.backed).toBeLessThan(verdict.evidence?.backed ?? 0)
  })
})

function readingOf({ readings }: Dossier, path: string | undefined): DocumentReading {
  const reading = path === undefined ? undefined : readings?.get(path)
  if (reading === undefined) throw new Error(`nothing was read of ${path}`)
  return reading
}

/** The honest dossier with its first ten documents in one file of so many pages. */
async function oneManual(pages: number): Promise<{ dossier: Dossier; paths: number }> {
  const dossier = await dossierOf(await packed(handedIn))
  const documents = (dossier.manifest.documents ?? []).map((one, at) =>
    at < 10 ? { ...one, file: 'so-tay.pdf' } : one,
  )
  const [like] = [...(dossier.readings ?? [])].find(([path]) => path === dossier.manifest.documents?.[0]?.file) ?? []
  const file = { path: 'so-tay.pdf', sha256: 'f'.repeat(64), bytes: 1, kind: 'pdf', state: 'ok' } as const
  const { facts: _, ...reading } = readingOf(dossier, like)
  const content = { pages, words: 3000, inkedPages: null, textHash: null, drawnHash: null }
  return {
    paths: documents.filter((one) => one.file === 'so-tay.pdf').length,
    dossier: {
      ...dossier,
      manifest: { ...dossier.manifest, documents },
      files: new Map([...dossier.files, [file.path, file]]),
      readings: new Map([...(dossier.readings ?? []), [file.path, { ...reading, path: file.path, content }]]),
    },
  }
}

/** The honest dossier with so many processes of its kind that they are `count`, each with a procedure and a paper of its own. */
async function manyProcesses(count = 120, agency: Partial<Dossier['manifest']['agency']> = {}): Promise<Dossier> {
  const dossier = await dossierOf(await packed(handedIn))
  const { manifest, catalogue } = dossier
  const [process] = manifest.processes ?? []
  const [procedure] = catalogue.procedures ?? []
  if (!process || !procedure) throw new Error('the sample has no process')
  const added = Array.from({ length: count - (manifest.processes ?? []).length }, (_, at) => {
    const code = `QT-${100 + at}`
    return { code, key: `3.${String(100000 + at)}`, file: `nhieu/${code}.pdf` }
  })
  const processes = [
    ...(manifest.processes ?? []),
    ...added.map(({ code, key, file }) => ({
      ...process,
      code,
      title: `${process.title} ${code}`,
      procedures: [key],
      file,
    })),
  ]
  const procedures = [
    ...(catalogue.procedures ?? []),
    ...added.map(({ key }) => ({ ...procedure, code: key, name: key })),
  ]
  const declarations = (manifest.declarations ?? []).map((one) => ({
    ...one,
    ...(one.procedures && { procedures: [...one.procedures, ...added.map(({ key }) => key)] }),
  }))
  const reading = readingOf(dossier, process.file)
  return {
    ...dossier,
    manifest: { ...manifest, agency: { ...manifest.agency, ...agency }, processes, declarations },
    catalogue: { ...catalogue, procedures, origin: procedures.map(() => ({})) },
    files: new Map([
      ...dossier.files,
      ...added.map(({ file, code }) => {
        const sha256 = Buffer.from(code).toString('hex').padEnd(64, '0')
        return [file, { path: file, sha256, bytes: 1, kind: 'pdf', state: 'ok' }] as const
      }),
    ]),
    readings: new Map([
      ...(dossier.readings ?? []),
      ...added.map(({ file }) => {
        const content = { pages: 4, words: 900, inkedPages: null, textHash: null, drawnHash: null }
        return [file, { ...reading, path: file, content } as DocumentReading] as const
      }),
    ]),
  }
}
