import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { mapConcurrent } from '../core/async.ts'
import type { Language, Localized } from '../core/errors.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { Authority } from '../province/authority.ts'
import { withPlanChanges } from '../province/inspection-plan.ts'
import type { Prescreen, PrescreenAgency } from '../province/prescreen.ts'
import type { DeskContext } from '../render/province/context.ts'
import { isLetter, letterKind, letterPoints } from '../render/province/letter-points.ts'
import { LETTER_KINDS, NO_LETTER, NO_LETTER_WORDS } from '../render/province/letter-words.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import { picturesOfBundle, putDocument, StoredDocumentFault } from './documents.ts'
import { letterSummaryKey, madePrefix } from './keys.ts'
import { readPlanChanges, standingChanges } from './plan-changes.ts'
import type { OfVersion } from './prescreen-versions.ts'
import { publishedVerdict, type ReadPrescreen, readDocument, readShown } from './published.ts'
import type { Store } from './store.ts'
import { LETTER_TEXTS } from './words.ts'
import {
  type AgencyRecord,
  agenciesOf,
  type InputStore,
  keepInput,
  keepRecord,
  keptInput,
  readRecord,
  type Work,
  type WorkTools,
} from './work.ts'

/** What papers are written from, as it was when they were asked for. */
export interface PaperInput {
  /** The version of the pre-screening that is shown; null: of a release without versions. */
  basis: string | null
  /** What the authority says of itself. */
  authority: Authority
  /** Of letters: to whom. */
  codes: readonly string[]
}

const INPUT = 'papers'

/** Keeps what papers are to be written from. */
export async function keepPapers(of: OfVersion, input: PaperInput, store: InputStore): Promise<boolean> {
  return keepInput(of, INPUT, new TextEncoder().encode(JSON.stringify(input)), store)
}

async function keptPapers(of: OfVersion, { store, signer, workers }: WorkTools) {
  const input: PaperInput = JSON.parse(new TextDecoder().decode(await keptInput(of, INPUT, store)))
  const { province, year } = of
  const document = await readDocument({ province, year, id: input.basis ?? undefined }, store, signer, workers)
  if (document === undefined) throw new Error(`the pre-screening that ${of.id} rests on is not there`)
  return { ...input, prescreen: { id: input.basis ?? undefined, document } satisfies ReadPrescreen }
}

/** What a draft letter is written with. */
export interface LetterTools {
  store: Pick<Store, 'read' | 'list'>
  signer: WorkTools['signer']
  ruleSet: RuleSet
  authority: Authority
}

/** The draft letter to one agency (DOCX), with pictures of what is to be compared; or why it gets none. */
export async function draftLetter(
  province: string,
  prescreen: ReadPrescreen,
  agency: PrescreenAgency,
  { store, signer, ruleSet, authority }: LetterTools,
): Promise<{ name: string; bytes: Uint8Array } | { why: Localized }> {
  const { document } = prescreen
  const verdict = await publishedVerdict(province, prescreen, agency.code, store, signer)
  if (agency.bundle !== null && verdict === undefined) return { why: LETTER_TEXTS.unpublished }
  const kind = letterKind(agency, verdict, document.problems, ruleSet)
  if (!isLetter(kind)) return { why: NO_LETTER_WORDS[kind] }
  const { year, asOf } = document
  const isOpen = verdict?.findings.some(({ outcome }) => outcome === 'needsReview')
  const pictures = verdict && isOpen ? await picturesOfBundle(verdict, store) : undefined
  const { letterDocument } = await import('../render/province/letter.ts')
  const bytes = await letterDocument({ kind, agency, verdict, year, asOf, authority, ruleSet, pictures })
  return { name: `${agency.code}.docx`, bytes }
}

/** A draft that was made: packed as text into the record of its agency. `bundle`: by which what is erased is found. */
interface WrittenLetter extends AgencyRecord {
  kind: 'written'
  bundle: string | null
  name: string
  docx: string
}

/** Letters to the agencies that were chosen. */
export const LETTERS: Work = {
  async agencies(of, tools) {
    return [...(await keptPapers(of, tools)).codes]
  },

  async begin(of, _request, tools) {
    const { prescreen, authority } = await keptPapers(of, tools)
    const agencies = new Map(prescreen.document.agencies.map((agency) => [agency.code, agency]))
    return async (code, { store, signer, ruleSet }) => {
      const about = { id: of.id, code }
      const agency = agencies.get(code)
      const draft = agency && (await draftLetter(of.province, prescreen, agency, { store, signer, ruleSet, authority }))
      if (draft === undefined || 'why' in draft) return keepRecord(of, { ...about, kind: 'noLetter' }, tools)
      const docx = Buffer.from(draft.bytes).toString('base64')
      const written: WrittenLetter = {
        ...about,
        kind: 'written',
        bundle: agency?.bundle?.sha256 ?? null,
        name: draft.name,
        docx,
      }
      await keepRecord(of, written, tools)
    }
  },

  async finish(of, _request, _random, tools) {
    let written = 0
    const codes = await agenciesOf(of, LETTERS, tools)
    await mapConcurrent(codes, 8, async (code) => {
      if ((await readRecord(of, code, tools)).kind === 'written') written++
    })
    return { written, none: codes.length - written }
  },
}

/** Drafts that were made, by the names of their files: so many of the agencies from one on, in the order they were asked for. */
export async function madeLetters(
  of: OfVersion,
  { from, most }: { from: number; most: number },
  tools: { store: Pick<Store, 'read'>; signer: Pick<WorkTools['signer'], 'keys'> },
): Promise<Record<string, Uint8Array>> {
  const { codes }: PaperInput = JSON.parse(new TextDecoder().decode(await keptInput(of, INPUT, tools.store)))
  const files: Record<string, Uint8Array> = {}
  for (const code of codes.slice(from, from + most)) {
    const record = await readRecord<WrittenLetter>(of, code, tools)
    if (record.kind === 'written' && 'docx' in record) files[record.name] = Buffer.from(record.docx, 'base64')
  }
  return files
}

/** How many agencies letters were asked for. */
export async function askedLetters(of: OfVersion, store: Pick<Store, 'read'>): Promise<number> {
  const { codes }: PaperInput = JSON.parse(new TextDecoder().decode(await keptInput(of, INPUT, store)))
  return codes.length
}

/** What the plan and the report of a year are written from: the plan as it stands, and last year's document. */
export async function deskContext(
  province: string,
  document: Prescreen,
  { authority, lang }: { authority: Authority; lang: Language },
  { store, signer, workers }: Pick<WorkTools, 'signer' | 'workers'> & { store: Pick<Store, 'read' | 'list'> },
): Promise<Omit<DeskContext, 'ruleSet'>> {
  const { year } = document
  const standing = standingChanges(await readPlanChanges(province, year, store))
  return {
    prescreen: { ...document, plan: withPlanChanges(document, standing) },
    authority,
    lang,
    previous: (await readShown({ province, year: year - 1 }, store, signer, workers))?.document,
    personReasons: new Map(standing.map(({ agency, reason }) => [agency, reason])),
  }
}

type Paper = 'plan' | 'report'
const HTML = 'text/html; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Where the page or the workbook of a paper that was made stands. */
export const paperKey = (of: OfVersion, lang: Language, ending: 'html' | 'xlsx'): string =>
  `${madePrefix(of)}paper.${lang}.${ending}`

/** The plan, or the yearly report, as it is on the day it is asked for: pages and workbooks that nothing changes any more. */
const paperWork = (paper: Paper): Work => ({
  agencies: async () => [],
  begin: async () => async () => undefined,
  async finish(of, _request, _random, tools) {
    const { prescreen, authority } = await keptPapers(of, tools)
    for (const lang of ['vi', 'en'] as const) {
      const desk = await deskContext(of.province, prescreen.document, { authority, lang }, tools)
      const page = await tools.workers.run('deskPage', { paper, ...desk })
      await tools.store.put(paperKey(of, lang, 'html'), new TextEncoder().encode(page), HTML)
      await tools.store.put(
        paperKey(of, lang, 'xlsx'),
        await tools.workers.run('deskWorkbook', { paper, ...desk }),
        XLSX,
      )
    }
    return { agencies: prescreen.document.agencies.length }
  },
})

export const PLAN = paperWork('plan')
export const REPORT = paperWork('report')

/** What an agency is written, or why nothing; `unpublished`: the verdict it would be written from is not there. */
const KINDS = [...LETTER_KINDS, ...NO_LETTER, 'unpublished'] as const
export type LetterStatus = (typeof KINDS)[number]

const count = z.int().min(0)
const summary = z.strictObject({
  kind: z.enum(KINDS),
  /** Points of the three parts of the letter: I to correct, II papers to be added, III recommended. */
  points: z.tuple([count, count, count]),
})
/** The letter to one agency, in figures. */
export type LetterSummary = z.infer<typeof summary>

const kept = z.strictObject({ letters: z.record(z.string(), summary) })

/** Whether there is a letter. */
export const isWritten = ({ kind }: Pick<LetterSummary, 'kind'>): boolean => kind !== 'unpublished' && isLetter(kind)

/** Verdicts read at once. */
const AT_ONCE = 8

/**
 * The letters of a version in figures, by the code of the agency. A version does not change, so they are counted once and
 * kept beside it: later one read tells all. Where a verdict waits for its scans they are counted each time.
 * @throws StoredDocumentFault when what was kept is none
 */
export async function letterSummaries(
  province: string,
  prescreen: ReadPrescreen,
  { source, sha256 }: Pick<LoadedRuleSet, 'source' | 'sha256'>,
  store: Pick<Store, 'read' | 'putIfAbsent'>,
  signer: Pick<VerdictSigner, 'keys'>,
): Promise<ReadonlyMap<string, LetterSummary>> {
  const { document, id } = prescreen
  const key = letterSummaryKey({ province, year: document.year, id }, sha256)
  const before = await store.read(key)
  if (before !== undefined) return new Map(Object.entries(lettersIn(before, key)))
  const letters = new Map<string, LetterSummary>()
  await mapConcurrent(document.agencies, AT_ONCE, async (agency) => {
    // Of an agency without a dossier nothing is read, and nobody else would have a turn.
    if (letters.size % 20 === 0) await setImmediate()
    const verdict = await publishedVerdict(province, prescreen, agency.code, store, signer)
    const isLost = agency.bundle !== null && verdict === undefined
    const { toCorrect, papers, recommended } =
      verdict === undefined ? { toCorrect: [], papers: [], recommended: [] } : letterPoints(verdict, source)
    letters.set(agency.code, {
      kind: isLost ? 'unpublished' : letterKind(agency, verdict, document.problems, source),
      points: [toCorrect.length, papers.length, recommended.length],
    })
  })
  const waits = [...letters.values()].some(({ kind }) => kind === 'provisional' || kind === 'unpublished')
  if (!waits) await putDocument(key, kept.parse({ letters: Object.fromEntries(letters) }), store)
  return letters
}

function lettersIn(bytes: Uint8Array, key: string): Record<string, LetterSummary> {
  try {
    return parseOpenly(kept, JSON.parse(new TextDecoder().decode(bytes))).letters
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}
