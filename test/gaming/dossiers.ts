import { unzipSync } from 'fflate'
import { assembled, makePdf } from '../../scripts/samples/pdf.ts'
import { buildSample } from '../../scripts/samples/sample.ts'
import { fromPointer, mergePatch, removeAt, setAt } from '../../src/core/json.ts'
import type { AuthorityRecord } from '../../src/dossier/authority-record.ts'
import type { CatalogueInUse, Dossier } from '../../src/dossier/dossier.ts'
import { type Manifest, manifest as manifestSchema, namedPaths } from '../../src/dossier/manifest.ts'
import type { DocumentReading } from '../../src/dossier/reading.ts'
import { makeZip, STORED } from '../support/zip.ts'

type Files = Record<string, Uint8Array>

/** What an agency hands in: its manifest and the papers beside it. */
export interface HandedIn {
  manifest: Manifest
  papers: Files
}

/** A dossier of the suite: what was done to the honest one it is made from. */
export interface Made {
  name: string
  of(honest: HandedIn): HandedIn
  /** What is done to it once it was read: papers that nothing but a picture would show. */
  read?(dossier: Dossier): Dossier
}

/** One that no paper shows: what the authority gives, and what tells the authority of it until then. */
export interface Unshowable extends Made {
  /** Its own list of procedures. */
  catalogue?(honest: HandedIn): CatalogueInUse
  record?: Omit<AuthorityRecord, 'agency'>
  told: 'ownCatalogue' | 'oneProcessForMany' | 'recordsAlike' | 'papersSayLittle' | 'reportsAlike'
}

/** The day every dossier of the suite is judged on. */
export const AS_OF = '2026-11-01'

/** The complete sample, taken apart: every paper is there and says what the manifest says. */
export async function honest(): Promise<HandedIn> {
  const { zip } = await buildSample('department-complete')
  const { 'manifest.json': manifest, ...papers } = unzipSync(zip)
  return { manifest: manifestSchema.parse(JSON.parse(Buffer.from(manifest ?? []).toString())), papers }
}

/** As it is uploaded. */
export function packed({ manifest, papers }: HandedIn): Promise<Uint8Array> {
  return makeZip({ 'manifest.json': Buffer.from(JSON.stringify(manifest)), ...papers }, STORED)
}

/** Papers that the manifest names, but for lists that are judged line by line. */
const named = ({ manifest }: HandedIn) =>
  namedPaths(manifestSchema, manifest).filter(({ pointer }) => pointer !== '/catalogue/file')

/** Every paper replaced by what is made for its place among all. */
function papersAs(from: HandedIn, make: (at: number, path: string) => Uint8Array): HandedIn {
  const paths = [...new Set(named(from).map(({ path }) => path))]
  return { ...from, papers: { ...from.papers, ...Object.fromEntries(paths.map((path, at) => [path, make(at, path)])) } }
}

/** The papers for which `keep` holds, and no others; the manifest goes on naming all. */
function onlyPapers(from: HandedIn, keep: (at: number, path: string) => boolean): HandedIn {
  const paths = [...new Set(named(from).map(({ path }) => path))]
  const gone = new Set(paths.filter((path, at) => !keep(at, path)))
  return { ...from, papers: Object.fromEntries(Object.entries(from.papers).filter(([path]) => !gone.has(path))) }
}

/** The manifest without what some pointers name, the last of a list first. */
function unsaid(from: HandedIn, pointers: readonly string[]): HandedIn {
  const inOrder = [...pointers].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const value = inOrder.reduce<unknown>((left, pointer) => removeAt(left, pointer), from.manifest)
  return { ...from, manifest: manifestSchema.parse(value) }
}

/** A page of nothing; `at` makes its bytes its own. */
const blank = (at: number) => assembled([...BLANK, `<< /Title (${at}) >>`])
const BLANK = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
  '<< /Length 0 >>\nstream\n\nendstream',
]

/** One page that could be about anything of an agency's, with more than twenty words. */
const ONE_PAGE = makePdf([
  'SO TU PHAP TINH VINH LONG',
  'Cong bo, danh gia noi bo, xem xet cua Lanh dao, quy trinh, chinh sach chat luong, ke hoach, bao cao',
  'Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2015 của cơ quan đang được duy trì',
])

/** So many pages of the same words, of which one line alone has the number of its page. */
const pagesOf = (count: number, line: string) => {
  const kids = Array.from({ length: count }, (_, at) => `${4 + at * 2} 0 R`).join(' ')
  const pages = Array.from({ length: count }, (_, at) => {
    const content = `BT /F1 9 Tf 40 770 Td 20 TL\n(${line}) Tj T*\n(So ${at + 1}) Tj\nET`
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flat(),
  ])
}
const SAYS_ALL =
  'So Tu phap tinh Vinh Long cong bo ISO 9001 danh gia noi bo xem xet cua Lanh dao quy trinh chinh sach ke hoach bao cao niem yet'

const EMPTY = new Uint8Array()
const BYTE = Buffer.from('%\n')

/** A page with the agency's name and the words of an office, about a day of sports; `at` makes it another one. */
const elsewhere = (at: number) =>
  makePdf([
    'SỞ TƯ PHÁP TỈNH VĨNH LONG',
    `Hội thao công đoàn lần thứ ${at + 1}: danh sách vận động viên, lịch thi đấu bóng bàn, cầu lông, kéo co`,
    'Các đơn vị tham gia đầy đủ, thi đấu trung thực, đoàn kết, bảo đảm an toàn trong suốt thời gian diễn ra hội thao',
  ])

/** Words of no meaning; `at` makes them another text. */
const JUNK = 'mua gio bien nui cay la hoa trai song suoi may trang sao dem ngay chim ca tom cua oc'.split(' ')
const junk = (at: number) =>
  makePdf(
    Array.from({ length: 4 }, (_, line) => JUNK.map((_, i) => JUNK[(i * 7 + at + line * 3) % JUNK.length]).join(' ')),
  )

/** Entries that show no paper: what an agency might leave out so that less seems to be missing. */
function unshown(from: HandedIn): string[] {
  const shown = new Set(named(from).map(({ pointer }) => fromPointer(pointer)[0]))
  return [
    'legalChanges',
    'objectives',
    'certificates',
    'consultants',
    'budget',
    'earlierFindings',
    'scopeEvents',
  ].flatMap((section) => (shown.has(section) || !(section in from.manifest) ? [] : [`/${section}`]))
}

/** What papers alone can find out. */
export const DISHONEST: Made[] = [
  {
    name: 'no papers',
    of: (from) => ({
      ...unsaid(
        from,
        named(from).map(({ pointer }) => pointer),
      ),
      papers: {},
    }),
  },
  { name: 'papers named and absent', of: (from) => onlyPapers(from, () => false) },
  { name: 'blank pages', of: (from) => papersAs(from, blank) },
  { name: 'one page at many paths', of: (from) => papersAs(from, () => ONE_PAGE) },
  {
    name: 'one page at one path',
    of: (from) => ({
      manifest: manifestSchema.parse(
        named(from).reduce<unknown>((value, { pointer }) => setAt(value, pointer, 'mot-trang.pdf'), from.manifest),
      ),
      papers: { 'mot-trang.pdf': ONE_PAGE },
    }),
  },
  {
    name: 'one page sixty times over in one file, with other numbers on it',
    of: (from) => {
      const paths = named(from).map(({ pointer }) => pointer)
      const value = paths.reduce(
        (said, pointer) => setAt(said, pointer, 'sau-muoi-trang.pdf'),
        from.manifest as unknown,
      )
      return { manifest: manifestSchema.parse(value), papers: { 'sau-muoi-trang.pdf': pagesOf(60, SAYS_ALL) } }
    },
  },
  {
    name: 'one page with a byte added at each path',
    of: (from) => papersAs(from, (at) => Buffer.concat([ONE_PAGE, Buffer.from(`%${at}\n`)])),
  },
  { name: 'junk words', of: (from) => papersAs(from, junk) },
  {
    name: 'no papers, and true lines left out',
    of: (from) => {
      const bare = unsaid(
        from,
        named(from).map(({ pointer }) => pointer),
      )
      return { ...unsaid(bare, unshown(from)), papers: {} }
    },
  },
  { name: 'three papers and the rest only claimed', of: (from) => onlyPapers(from, (at) => at < 3) },
  {
    name: 'the four papers demanded and the rest only claimed',
    of: (from) => {
      const demanded = demandedPapers(from.manifest)
      return onlyPapers(from, (_, path) => demanded.has(path))
    },
  },
  {
    name: 'nineteen words on each page',
    of: (from) => papersAs(from, (at) => makePdf([`Công bố đánh giá nội bộ xem xét số ${at}`])),
  },
]

const patched = (from: HandedIn, patch: object): HandedIn => ({
  ...from,
  manifest: manifestSchema.parse(mergePatch(from.manifest, patch)),
})

/** A dossier in which every PDF is a scan of so many pages, of which so many show ink. */
export function scanned(inkedPages: number, drawnHash: string | null = null) {
  return (dossier: Dossier): Dossier => ({
    ...dossier,
    readings: new Map(
      [...(dossier.readings ?? [])].map(([path, reading]): [string, DocumentReading] => {
        const { facts: _, says: __, ...rest } = reading
        const content = { pages: Math.max(1, inkedPages), words: 0, inkedPages, textHash: null, drawnHash }
        return [path, { ...rest, text: 'scan', content }]
      }),
    ),
  })
}

DISHONEST.push(
  {
    name: "last year's papers for this year's audit and review",
    of: (from) => {
      const [audits, reviews] = [from.manifest.internalAudits ?? [], from.manifest.managementReviews ?? []]
      const pairs = [
        [audits.at(-1)?.report, audits.at(0)?.report],
        [audits.at(-1)?.plan, audits.at(0)?.plan],
        [reviews.at(-1)?.minutes, reviews.at(0)?.minutes],
      ]
      const papers = pairs.map(([now = '', before = '']) => [now, Buffer.concat([from.papers[before] ?? EMPTY, BYTE])])
      return { ...from, papers: { ...from.papers, ...Object.fromEntries(papers) } }
    },
  },
  { name: "another agency's papers", of: (from) => patched(from, { agency: { name: 'Sở Nội vụ tỉnh Vĩnh Long' } }) },
  {
    name: 'every procedure marked internal',
    of: (from) =>
      patched(from, {
        catalogue: {
          procedures: (from.manifest.catalogue?.procedures ?? []).map((one) => ({ ...one, internal: true })),
        },
      }),
  },
  { name: 'scans of blank paper', of: (from) => from, read: scanned(0) },
  { name: 'one scanned page at every path', of: (from) => from, read: scanned(1, 'd'.repeat(64)) },
)

/** A page of which nothing can be seen, with the words of a paper; `at` makes it another one. */
const unseen = (how: string, words: readonly string[]) => {
  const content = `BT ${how} 72 770 Td 20 TL\n${words.map((line) => `(${line}) Tj T*`).join('\n')}\nET`
  return assembled([
    ...BLANK.slice(0, 2),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ])
}

/** The words of a PDF that the samples make, line by line. */
const wordsOf = (pdf: Uint8Array | undefined) =>
  [
    ...Buffer.from(pdf ?? [])
      .toString('latin1')
      .matchAll(/\(((?:\\.|[^\\)])*)\) Tj/g),
  ].map(([, line = '']) => line)

/** Every PDF with its own words, shown in a way that nobody sees. */
const allUnseen = (how: string) => (from: HandedIn) =>
  papersAs(from, (at, path) => unseen(how, [...wordsOf(from.papers[path]), `(${at})`.replace(/[()]/g, '')]))

/** Six more: what papers show only when they are looked at, and days that have not come. */
export const LOOKED_AT: readonly Made[] = [
  { name: 'words white on white', of: allUnseen('/F1 12 Tf 1 1 1 rg') },
  { name: 'words of no size', of: allUnseen('/F1 0.01 Tf') },
  { name: 'words that are drawn in no way', of: allUnseen('/F1 12 Tf 3 Tr') },
  { name: 'words beside the page', of: allUnseen('/F1 12 Tf 1 0 0 1 900 0 Tm') },
  {
    name: 'acts of days that have not come',
    of: (from) =>
      patched(from, {
        internalAudits: [{ ...from.manifest.internalAudits?.at(-1), from: '2026-12-01', to: '2026-12-02' }],
        managementReviews: [{ ...from.manifest.managementReviews?.at(-1), heldOn: '2026-12-20' }],
        declarations: (from.manifest.declarations ?? []).map((one) => ({ ...one, signedOn: '2026-12-25' })),
      }),
  },
]

/** The honest list, as the authority has it. */
const wholeList = ({ manifest }: HandedIn): CatalogueInUse => {
  const procedures = manifest.catalogue?.procedures ?? []
  return { source: 'authority', sha256: 'c'.repeat(64), procedures, origin: procedures.map(() => ({})) }
}

const person = { on: '2026-10-20', by: 'Lê Văn An, kiểm tra viên' }

/** What no paper of a dossier shows: it is told, and falls once the authority says what it knows. */
export const UNSHOWABLE: readonly Unshowable[] = [
  {
    name: 'papers about something else',
    of: (from) => papersAs(from, elsewhere),
    record: {
      decisions: [
        { rule: 'internal-audit-yearly', outcome: 'missingEvidence', reason: 'Báo cáo nêu việc khác', ...person },
      ],
    },
    told: 'papersSayLittle',
  },
  {
    name: 'a list cut to three procedures',
    of: (from) => {
      const kept = (from.manifest.catalogue?.procedures ?? []).slice(0, 3)
      const codes = new Set(kept.map(({ code }) => code))
      return patched(from, {
        catalogue: { procedures: kept },
        processes: (from.manifest.processes ?? []).filter(({ procedures }) => procedures.some((one) => codes.has(one))),
        declarations: (from.manifest.declarations ?? []).map((one) => ({ ...one, procedures: [...codes] })),
        legalChanges: [],
        records: (from.manifest.records ?? []).map((one) => ({ ...one, process: from.manifest.processes?.[0]?.code })),
      })
    },
    catalogue: wholeList,
    told: 'ownCatalogue',
  },
  {
    name: 'one process for all procedures',
    of: (from) => {
      const [process, ...others] = from.manifest.processes ?? []
      const all = [...(process?.procedures ?? []), ...others.flatMap(({ procedures }) => procedures)]
      return patched(from, {
        processes: [{ ...process, procedures: all }],
        legalChanges: [],
        records: (from.manifest.records ?? []).map((one) => ({ ...one, process: process?.code })),
      })
    },
    record: {
      decisions: [
        {
          rule: 'procedures-all-covered',
          outcome: 'fail',
          reason: 'Một quy trình chung cho các thủ tục không tương tự (khoản 6 Điều 41)',
          ...person,
        },
      ],
    },
    told: 'oneProcessForMany',
  },
  {
    name: 'records, audit and review invented, with papers to fit',
    of: (from) => {
      const days = { receivedOn: '2026-09-01', dueOn: '2026-09-10', returnedOn: '2026-09-09' }
      const process = from.manifest.processes?.[0]?.code
      return patched(from, {
        records: Array.from({ length: 6 }, (_, at) => ({ process, fileCode: `H61.12-260901-${at}`, ...days })),
      })
    },
    record: {
      onSiteInspection: { recordSignedOn: '2026-10-20', findings: 3 },
      decisions: [
        { rule: 'internal-audit-yearly', outcome: 'fail', reason: 'Không có cuộc đánh giá nội bộ nào', ...person },
        { rule: 'process-records-kept', outcome: 'fail', reason: 'Không có hồ sơ gốc', ...person },
      ],
    },
    told: 'recordsAlike',
  },
  {
    name: "last year's report and minutes with the days changed",
    of: (from) => {
      const [audits, reviews] = [from.manifest.internalAudits ?? [], from.manifest.managementReviews ?? []]
      const long = (day: string) =>
        makePdf([
          `SỞ TƯ PHÁP TỈNH VĨNH LONG. Báo cáo đánh giá nội bộ, biên bản xem xét của Lãnh đạo ngày ${day.split('-').reverse().join('/')}`,
          ...Array.from(
            { length: 6 },
            () =>
              'Các đơn vị thực hiện đúng quy trình, hồ sơ lưu đầy đủ, hài lòng cao, không có nội dung cần khắc phục',
          ),
        ])
      const acts = [
        ...audits.map(({ report = '', to = '', from: first }) => [report, long(to || first)] as const),
        ...reviews.map(({ minutes = '', heldOn }) => [minutes, long(heldOn)] as const),
      ]
      return {
        manifest: manifestSchema.parse(
          mergePatch(from.manifest, { internalAudits: audits.map((one) => ({ ...one, nonconformities: [] })) }),
        ),
        papers: { ...from.papers, ...Object.fromEntries(acts) },
      }
    },
    record: {
      decisions: [
        { rule: 'management-review-yearly', outcome: 'fail', reason: 'Biên bản năm trước sửa ngày', ...person },
      ],
    },
    told: 'reportsAlike',
  },
]

/** The papers of the rules whose paper the national profile demands: the declaration, the latest audit and review. */
export function demandedPapers({ declarations, internalAudits, managementReviews }: Manifest): ReadonlySet<string> {
  const paths = [declarations?.at(-1)?.file, internalAudits?.at(-1)?.report, managementReviews?.at(-1)?.minutes]
  return new Set(paths.filter((path) => path !== undefined))
}
