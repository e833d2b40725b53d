import { mergePatch } from '../../../src/core/json.ts'

/** A verdict to be written in every format: a base dossier, changed, judged on 1 November 2026. */
export interface FrozenCase {
  name: string
  base: 'department' | 'commune'
  profile: string
  change?(manifest: unknown): unknown
  /** Files the manifest does not name. */
  unnamedFiles?: string[]
  exceptions?: unknown[]
  /** A rule made to crash. */
  crashing?: string
}

type Base = { processes: { code: string; procedures: string[] }[]; catalogue: { procedures: object[] } }

/** A commune that fell behind after the merger: some points fail, some lack evidence, some are still in time. */
function behind(manifest: unknown): unknown {
  const { processes, catalogue } = manifest as Base
  const [first, second, ...others] = processes
  const taken = { ...first, procedures: [...(first?.procedures ?? []), '1.011606'] }
  return mergePatch(manifest, {
    processes: [taken, ...others.filter(({ code }) => code !== second?.code)],
    catalogue: { procedures: catalogue.procedures.map((one, at) => (at === 3 ? { ...one, code: '1.1022' } : one)) },
    internalAudits: [{ from: '2025-03-03', to: '2025-03-04', report: 'danh-gia-noi-bo/2025-bao-cao.pdf' }],
    managementReviews: [{ heldOn: '2024-12-20' }],
    training: null,
    dissemination: null,
    satisfaction: null,
  })
}

const SCRIPT = '<script>alert(1)</script>'

/** A dossier that tries to be read as markup, as a formula, or to break out of a section. */
function hostile(manifest: unknown): unknown {
  const { processes } = manifest as Base
  return mergePatch(manifest, {
    agency: { name: `=Sở "Tư pháp" ${SCRIPT} ]]> \u0007\u202e & 'cộng sự'` },
    processes: processes.map((one, at) =>
      at === 0
        ? { ...one, code: `+${SCRIPT}`, title: `@x\u0000\r\nBEGIN:VEVENT\nq</title>`, sections: ['purpose'] }
        : one,
    ),
    internalAudits: [{ from: '2026-08-10', to: '2026-08-12', report: `-a b%20/ü${'../'}<img src=x onerror=1>.pdf` }],
  })
}

const exception = { agency: 'H61.152', approver: 'Giám đốc Sở Khoa học và Công nghệ', lastDay: '2026-12-31' }

export const CASES: FrozenCase[] = [
  { name: 'complete', base: 'department', profile: 'national' },
  {
    name: 'behind',
    base: 'commune',
    profile: 'province-plan-2026',
    change: behind,
    unnamedFiles: ['anh-chup/bang-niem-yet.jpg', 'tai-lieu/ghi chú của văn phòng.docx'],
    exceptions: [
      { ...exception, rule: 'staff-trained', reason: 'reorganisation', note: 'Sáp nhập từ ngày 01/7/2025' },
      { ...exception, rule: 'quality-policy-issued', reason: 'awaiting-guidance', lastDay: '2026-10-31' },
      { ...exception, rule: 'management-review-yearly', reason: 'busy' },
    ],
  },
  {
    name: 'hostile',
    base: 'department',
    profile: 'national',
    change: hostile,
    unnamedFiles: ['=cmd|calc', `${SCRIPT}.pdf`],
    crashing: 'procedure-codes-valid',
  },
  {
    name: 'quarantined',
    base: 'department',
    profile: 'national',
    change: (manifest) =>
      mergePatch(manifest, {
        improvements: [{ on: '2026-07-15', what: 'Rút ngắn thời hạn', file: 'tai-lieu/05-BC-MẬT.pdf' }],
      }),
  },
  {
    name: 'not-judged',
    base: 'commune',
    profile: 'national',
    change: (manifest) => mergePatch(manifest, { declarations: [] }),
  },
]
