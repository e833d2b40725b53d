import { toPointer } from '../../core/json.ts'
import { manifest as schema } from '../../dossier/manifest.ts'
import type { DocumentType } from '../../dossier/quality-system.ts'
import { bearsSecrecyMark } from '../../dossier/reading.ts'
import type { Container } from '../../intake/container.ts'
import { kindOfFile } from '../../intake/file-kinds.ts'
import type { DocumentText } from '../document-text.ts'
import { factsOf, scanFacts, stampedIn } from '../facts/facts.ts'
import { linesOf } from '../facts/lines.ts'
import { pdfOfPicture } from '../picture.ts'
import { DocumentProcess } from '../process/document-process.ts'
import type { DocumentReaderSettings, ScansToRead } from '../reader.ts'
import { recognizeScan, scanStamped, scanText } from '../recognize-scan.ts'
import { DOCUMENT_BOUNDS, NO_TRUST, SCAN_BOUNDS } from '../settings.ts'
import { formatOf, readText } from '../text-reader.ts'
import { classesOf, type PaperClass } from './classes.ts'
import { coverOf, type Paper, said } from './paper.ts'
import { type Draft, given, Sheaf, together } from './pieces.ts'
import { controlled, processOf, type Titles, titlesListed } from './processes.ts'
import * as numbered from './sections.ts'
import { auditOf, periodOf, putAgency } from './sections.ts'

/** By what papers are read to be drafted from. */
type DraftSettings = DocumentReaderSettings & {
  /** Told after each paper: how many of all are done. */
  onRead?: (done: number, total: number) => void
}

/**
 * Reads every document of a folder and drafts the manifest that would name them.
 * @throws what the container and its source throw
 */
export async function draftFolder(folder: Container, settings: DraftSettings): Promise<Draft> {
  const process = new DocumentProcess()
  try {
    return await draftFrom(folder, settings, process)
  } finally {
    process.end()
  }
}

async function draftFrom(
  { entries, open }: Container,
  settings: DraftSettings,
  process: DocumentProcess,
): Promise<Draft> {
  const options = { bounds: DOCUMENT_BOUNDS, trust: NO_TRUST, ...settings, process }
  const papers: Paper[] = []
  const scans: Scan[] = []
  const unread: Draft['unread'] = []
  const stamped: string[] = []
  for (const [index, entry] of entries.entries()) {
    const { path } = entry
    settings.onRead?.(index, entries.length)
    const format = formatOf({ path, kind: kindOfFile(entry.head) })
    if (bearsSecrecyMark(path)) {
      stamped.push(path)
      continue
    }
    const { text } = await readText(format, await open(path), options)
    if (stampedIn(text)) stamped.push(path)
    else if (isRecognisable(text) && settings.scans !== undefined)
      scans.push({ path, format, pages: text.pages ?? 1, open: () => open(path) })
    else if (text.text !== 'read')
      unread.push({ file: path, text: text.text, ...(text.reason && { reason: text.reason }) })
    else papers.push({ path, format, lines: linesOf(text), facts: factsOf(text) })
  }
  for (const { path, ...read } of await recognised(scans, process, settings.scans)) {
    if (read.stamped) stamped.push(path)
    else if (read.text === undefined) unread.push({ file: path, text: 'scan' })
    else
      papers.push({ path, format: read.format, lines: linesOf(read.text), facts: scanFacts(read.text), isScan: true })
  }
  papers.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { ...draftManifest(papers), unread, stamped }
}

/** A scan among the papers, which is recognised after all else was read. */
interface Scan {
  path: string
  format: Paper['format']
  pages: number
  open(): Promise<Uint8Array>
}

interface RecognisedScan extends Pick<Scan, 'path' | 'format'> {
  stamped: boolean
  /** Its sure words; absent where no page could be read. */
  text?: DocumentText
}

const isRecognisable = ({ text, format }: DocumentText) => text === 'scan' && (format === 'pdf' || format === 'picture')

/** Recognises scans one after the other, until the pages of one bundle are used up; those beyond stay unread. */
async function recognised(
  scans: readonly Scan[],
  process: DocumentProcess,
  { bounds = SCAN_BOUNDS, progress = () => undefined }: ScansToRead = {},
): Promise<RecognisedScan[]> {
  const all = scans.reduce((sum, { pages }) => sum + pages, 0)
  const total = Math.min(bounds.pages, all)
  const read: RecognisedScan[] = []
  let done = 0
  for (const { path, format, pages, open } of scans) {
    const bytes = await open()
    const pdf = format === 'picture' ? pdfOfPicture(bytes) : bytes
    const left = { ...bounds, pages: Math.min(pages, bounds.pages - done) }
    const before = done
    const scan = await recognizeScan(process, pdf ?? bytes, pages, left, (page) => progress(before + page, total))
    done += left.pages
    read.push({ path, format, stamped: scanStamped(scan), ...(scan.pages.length > 0 && { text: scanText(scan) }) })
  }
  return read
}

type Drafted = Pick<Draft, 'manifest' | 'sources' | 'doubts' | 'toFill' | 'unclassified'>

/**
 * Drafts a manifest from the papers of a folder, in the order of their paths. Nothing is guessed: a paper of which it is
 * not clear what it is, and a value told in two ways, are named and left out.
 */
export function draftManifest(papers: readonly Paper[]): Drafted {
  const sheaf = new Sheaf(new Set(papers.flatMap(({ path, isScan }) => (isScan ? [path] : []))))
  const unclassified: Draft['unclassified'] = []
  const byClass = new Map<PaperClass, Paper[]>()
  for (const paper of papers) {
    const [only, ...more] = classesOf(paper)
    if (only === undefined || more.length > 0)
      unclassified.push({ file: paper.path, candidates: only === undefined ? [] : [only, ...more] })
    else byClass.set(only, [...(byClass.get(only) ?? []), paper])
  }
  const of = (name: PaperClass) => byClass.get(name) ?? []
  const titles = titlesListed(of('document:document-list'))
  putAgency(sheaf, papers)
  putYear(sheaf, of('statusReport'))
  putSystem(sheaf, byClass, titles)
  putUpkeep(sheaf, of)
  for (const file of putDeclarations(sheaf, of('declaration'), of('notice')))
    unclassified.push({ file, candidates: ['notice'] })
  putSingles(sheaf, of, unclassified)
  return {
    manifest: sheaf.manifest,
    sources: sheaf.sources,
    doubts: sheaf.doubts,
    toFill: missing(sheaf.manifest),
    unclassified,
  }
}

/** The year that the last report on the system tells of. */
function putYear(sheaf: Sheaf, reports: readonly Paper[]): void {
  const [report, ...more] = reports
  if (report === undefined || more.length > 0) return
  const years = report.facts.subject.flatMap((one) => {
    const year = /năm (\d{4})$/.exec(one.value)?.[1]
    return year === undefined ? [] : [{ ...one, value: Number(year) }]
  })
  sheaf.put('', report.path, given('/assessmentYear', years, { certainty: 'likely' }))
}

function putSystem(sheaf: Sheaf, byClass: ReadonlyMap<PaperClass, readonly Paper[]>, titles: Titles): void {
  let documents = 0
  for (const [name, papers] of byClass)
    for (const paper of name.startsWith('document:') ? papers : []) {
      const type = name.slice('document:'.length) as DocumentType
      const hasCover = type !== 'steering-committee' && type !== 'yearly-plan'
      const typed = given(
        '/type',
        [coverOf(paper)?.from ?? paper.facts.kind[0]].flatMap((one) => (one ? [{ ...one, value: type }] : [])),
      )
      const all = hasCover ? controlled(paper, titles) : numbered.documentOf(paper, type)
      sheaf.put(`/documents/${documents}`, paper.path, together(typed, all), 'file')
      documents += 1
    }
  for (const [index, paper] of (byClass.get('process') ?? []).entries())
    sheaf.put(`/processes/${index}`, paper.path, processOf(paper, titles), 'file')
}

function putUpkeep(sheaf: Sheaf, of: (name: PaperClass) => readonly Paper[]): void {
  const plans = [...of('auditPlan')]
  let at = 0
  for (const report of of('auditReport')) {
    sheaf.put(`/internalAudits/${at}`, report.path, auditOf(report), 'report')
    const [day] = periodOf(report).from
    const own = plans.findIndex((plan) => day !== undefined && periodOf(plan).from[0]?.value === day.value)
    const [plan] = own < 0 ? [] : plans.splice(own, 1)
    if (plan) sheaf.put(`/internalAudits/${at}`, plan.path, together(), 'plan')
    at += 1
  }
  for (const plan of plans) {
    const { from, to } = periodOf(plan)
    sheaf.put(`/internalAudits/${at}`, plan.path, together(given('/from', from), given('/to', to)), 'plan')
    at += 1
  }
  for (const [index, paper] of of('reviewMinutes').entries())
    sheaf.put(`/managementReviews/${index}`, paper.path, numbered.reviewOf(paper), 'minutes')
  for (const [index, paper] of of('training').entries())
    sheaf.put(`/training/${index}`, paper.path, numbered.proofOf(paper, 'training'), 'file')
  for (const [index, paper] of of('improvement').entries())
    sheaf.put(`/improvements/${index}`, paper.path, numbered.proofOf(paper, 'improvement'), 'file')
}

/** Declarations, each with the notice that cites its number. Returns the notices that cite none of them, or several. */
function putDeclarations(sheaf: Sheaf, declarations: readonly Paper[], notices: readonly Paper[]): string[] {
  for (const [index, paper] of declarations.entries())
    sheaf.put(`/declarations/${index}`, paper.path, numbered.declarationOf(paper), 'file')
  const [only, ...more] = declarations
  if (only && more.length === 0) sheaf.put('', only.path, given('/standard', only.facts.edition))
  return notices.flatMap((notice) => {
    const cited = said(notice, /Quyết định số (\d+\/[\p{Lu}-]+)/u).map(({ value }) => value)
    const own = declarations.flatMap(({ facts }, index) =>
      facts.number.some(({ value }) => cited.includes(value)) ? [index] : [],
    )
    const [index, ...others] = own
    if (index === undefined || others.length > 0) return [notice.path]
    sheaf.put(`/declarations/${index}/notice`, notice.path, numbered.noticeOf(notice), 'file')
    return []
  })
}

/** Sections that name one paper: two that could be it are left for a person to choose from. */
function putSingles(
  sheaf: Sheaf,
  of: (name: PaperClass) => readonly Paper[],
  unclassified: Draft['unclassified'],
): void {
  const readers = {
    scope: numbered.scopeOf,
    effectiveness: numbered.effectivenessOf,
    statusReport: numbered.statusReportOf,
    dissemination: (paper: Paper) => numbered.proofOf(paper, 'dissemination'),
    satisfaction: (paper: Paper) => numbered.proofOf(paper, 'satisfaction'),
    complaints: (paper: Paper) => numbered.proofOf(paper, 'complaints'),
  }
  for (const [name, read] of Object.entries(readers)) {
    const papers = of(name as keyof typeof readers)
    const [only] = papers
    if (only !== undefined && papers.length === 1) sheaf.put(`/${name}`, only.path, read(only), 'file')
    else unclassified.push(...papers.map(({ path }) => ({ file: path, candidates: [name] })))
  }
}

/** What a manifest must have and the draft has not. */
function missing(manifest: unknown): string[] {
  const { error } = schema.safeParse(manifest)
  return [...new Set(error?.issues.map(({ path }) => toPointer(path)) ?? [])].sort()
}
