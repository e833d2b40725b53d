import fc from 'fast-check'
import { toDay, toIso } from '../../src/core/days.ts'
import type { RuleTest } from '../../src/rules/rule-source.ts'

/** Around this day every random date lies: two and a half years before, half a year after. */
export const AS_OF = '2026-11-01'
const today = toDay(AS_OF)

const CODES = [
  '1.000001',
  '1.000002',
  '1.000003',
  '1.000004',
  '2.000005',
  '2.000006.H29',
  '1.000003.000.00.00.H61',
  'x',
]
const NAMES = ['Trần Thị Ngọc Ánh', 'TRẦN THỊ  NGỌC ÁNH', 'Lê Quốc Thắng', 'Người ngoài']
const UNITS = ['Văn phòng', 'Phòng Một', 'Phòng Hai']
const FILES = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']
const STANDARDS = [
  'TCVN ISO 9001:2015',
  'ISO 9001-2015',
  'TCVN ISO 900:2015',
  'TCVN ISO 9001:2008',
  'ISO 9001:2026',
  'ISO 14001',
]
const SECTIONS = ['purpose', 'scope', 'legal-basis', 'dossier', 'time-limit', 'steps', 'forms', 'records']
const TYPES = [
  'quality-policy',
  'context',
  'risks',
  'document-control',
  'internal-audit',
  'nonconformity',
  'management-review',
  'complaints',
  'steering-committee',
  'yearly-plan',
]

const near = fc.integer({ min: -900, max: 200 }).map((offset) => toIso(today + offset))
const may = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 3 })
const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)
const some = <T>(one: fc.Arbitrary<T>, maxLength = 3) => fc.array(one, { maxLength })
const subset = <T>(values: readonly T[]) => fc.subarray([...values])
const person = fc.record({ name: pick(NAMES), title: pick(['Giám đốc', 'Phó Giám đốc', 'Chủ tịch']) })
const file = pick(FILES)

const procedure = fc.record({
  code: pick(CODES),
  name: fc.constant('Thủ tục'),
  field: may(pick(['A', 'B'])),
  limitDays: may(fc.integer({ min: 1, max: 9 })),
  announcedOn: may(near),
  effectiveFrom: may(near),
  effectiveTo: may(near),
  internal: may(fc.boolean()),
})
const process = fc.record({
  code: pick(['P1', 'P2', 'P3']),
  title: fc.constant('Quy trình'),
  edition: may(pick(['1', '2'])),
  since: may(near),
  approvedOn: may(near),
  approvedBy: may(pick(NAMES)),
  effectiveOn: near,
  withdrawnOn: may(near),
  procedures: subset(CODES),
  limitDays: may(fc.integer({ min: 1, max: 9 })),
  sections: may(subset(SECTIONS)),
  legalBasis: may(subset(['19/2014/QĐ-TTg', '26/2014/TT-BKHCN', '99/2020/XX'])),
  file: may(file),
})
const document = fc.record({
  type: pick(TYPES),
  code: may(pick(['D1', 'D2'])),
  title: fc.constant('Tài liệu'),
  edition: may(pick(['1', '2'])),
  approvedOn: may(near),
  approvedBy: may(pick(NAMES)),
  effectiveOn: may(near),
  withdrawnOn: may(near),
  file: may(file),
})
const declaration = fc.record({
  file: may(file),
  number: pick(['88/QĐ-STP', '89/QĐ-STP']),
  signedOn: near,
  signedBy: fc.record({
    name: pick(NAMES),
    title: pick(['Giám đốc', 'Phó Giám đốc', 'Chánh Văn phòng']),
    capacity: may(pick(['KT.', 'TM.', 'TL.', 'TUQ.'])),
  }),
  standard: pick(STANDARDS),
  kind: may(pick(['first', 'again'])),
  procedures: may(subset(CODES)),
  allProcedures: may(fc.boolean()),
  internalProcesses: may(fc.oneof(fc.boolean(), subset(['x']))),
  withdrawnOn: may(near),
  notice: may(fc.record({ sentOn: near, to: pick(['Sở Khoa học và Công nghệ tỉnh', 'Sở Nội vụ']) })),
  posted: may(fc.record({ on: near })),
  online: may(fc.record({ on: near, url: fc.constant('https://x.vn') })),
})
const nonconformity = fc.record({
  id: fc.constant('N'),
  raisedOn: near,
  cause: may(fc.constant('c')),
  action: may(fc.constant('a')),
  owner: may(fc.constant('o')),
  dueOn: may(near),
  closedOn: may(near),
  verifiedOn: may(near),
})
const audit = fc.record({
  from: near,
  to: may(near),
  plan: may(file),
  report: may(file),
  team: may(some(fc.record({ name: pick(NAMES), unit: may(pick(UNITS)) }))),
  units: may(subset(UNITS)),
  unitAuditors: may(some(fc.record({ unit: pick(UNITS), auditor: pick(NAMES) }))),
  nonconformities: may(some(nonconformity)),
})
const review = fc.record({
  heldOn: near,
  chair: may(person),
  minutes: may(file),
  inputs: may(subset([...'abcdef'])),
  outputs: may(subset([...'abc'])),
})
const objective = fc.record({
  text: fc.constant('m'),
  target: may(fc.constant('9')),
  unit: may(fc.constant('%')),
  dueOn: may(near),
  owner: may(fc.constant('o')),
  result: may(fc.constant('r')),
  year: pick([2024, 2025, 2026]),
})
const count = fc.integer({ min: 0, max: 5 })

/** Manifests that the schema accepts, as different as dossiers can be; every date may fall on either side of the day. */
export const manifests = fc
  .record({
    format: fc.constant('qms-bundle/1'),
    agency: fc.record({
      code: fc.constant('H61.12'),
      name: fc.constant('Sở Tư pháp'),
      block: pick(['department', 'department', 'commune', 'ministry', 'district']),
      province: fc.constant('H61'),
      heads: some(fc.record({ name: pick(NAMES), title: fc.constant('Giám đốc'), from: may(near), to: may(near) }), 2),
      units: may(subset(UNITS)),
      staffInScope: may(count),
      website: may(pick([null, 'https://x.vn'])),
    }),
    assessmentYear: pick([2025, 2026]),
    scope: may(fc.record({ statement: may(fc.constant('s')) })),
    catalogue: may(
      fc.record({
        decision: may(fc.record({ number: fc.constant('1/QĐ-UBND'), signedOn: near })),
        asOf: near,
        procedures: may(some(procedure, 6)),
      }),
    ),
    processes: may(some(process, 4)),
    documents: may(some(document, 5)),
    legalChanges: may(
      some(
        fc.record({
          document: fc.constant('v'),
          effectiveOn: near,
          processes: fc.constant(['P1']),
          revisedOn: may(near),
        }),
      ),
    ),
    objectives: may(some(objective)),
    internalAudits: may(some(audit)),
    managementReviews: may(some(review)),
    effectiveness: may(fc.record({ confirmedOn: near, by: pick(NAMES) })),
    declarations: may(some(declaration)),
    scopeEvents: may(
      some(
        fc.record({ on: near, kind: pick(['widened', 'narrowed', 'adjusted', 'reorganised', 'renamed', 'merged']) }),
      ),
    ),
    dissemination: may(fc.record({ on: near, reached: count })),
    training: may(some(fc.record({ on: near, people: count }))),
    complaints: may(fc.record({ received: count, resolved: count, pendingInTime: may(count) })),
    satisfaction: may(fc.record({ on: near, responses: count })),
    records: may(
      some(fc.record({ process: pick(['P1', 'P2', 'P9']), fileCode: fc.constant('r'), receivedOn: near }), 6),
    ),
    improvements: may(some(fc.record({ on: near, what: fc.constant('w') }))),
    earlierFindings: may(
      some(fc.record({ id: fc.constant('f'), raisedOn: near, correctedOn: may(near), file: may(file) })),
    ),
    onSiteInspection: may(fc.record({ recordSignedOn: near, findings: may(count), correctiveReportOn: may(near) })),
    certificates: may(some(fc.record({ issuer: fc.constant('i'), issuedOn: near, validTo: may(near) }))),
    consultants: may(
      some(
        fc.record({
          name: fc.constant('n'),
          certificateNo: may(fc.constant('1')),
          validFrom: may(near),
          validTo: may(near),
          from: near,
          to: may(near),
        }),
      ),
    ),
    budget: may(fc.record({ maintenance: pick([0, 15_000_000, 15_000_001]) })),
  })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)

/** Which of the named files are not as they should be. */
export const fileStates: fc.Arbitrary<NonNullable<RuleTest['files']>> = fc.dictionary(
  file,
  pick(['absent', 'empty', 'wrongType'] as const),
  { maxKeys: 2 },
)
