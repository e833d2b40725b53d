import * as settings from '../handlers/settings.ts'
import * as browserBuilder from '../src/browser/builder/words.ts'
import * as browserUpload from '../src/browser/upload/words.ts'
import * as browserVisit from '../src/browser/visit/words.ts'
import * as cliDossier from '../src/cli/tables/dossier.ts'
import * as cliProvince from '../src/cli/tables/province.ts'
import * as cliRules from '../src/cli/tables/rules.ts'
import * as cliService from '../src/cli/tables/service.ts'
import * as cliShared from '../src/cli/tables/shared.ts'
import * as cli from '../src/cli/words.ts'
import * as signatures from '../src/documents/signature/notices.ts'
import * as agencyNotes from '../src/http/agency/form-plan.ts'
import * as agency from '../src/http/agency/words.ts'
import * as api from '../src/http/api/words.ts'
import * as deskList from '../src/http/province/list-words.ts'
import * as desk from '../src/http/province/words.ts'
import * as pages from '../src/http/words.ts'
import * as archiveRefusals from '../src/intake/refusals/archive.ts'
import * as manifestRefusals from '../src/intake/refusals/manifest.ts'
import * as pathRefusals from '../src/intake/refusals/path.ts'
import * as intake from '../src/intake/words.ts'
import * as formats from '../src/render/format-words.ts'
import * as verdictPage from '../src/render/html/words.ts'
import * as letters from '../src/render/province/letter-words.ts'
import * as prescreen from '../src/render/province/prescreen-words.ts'
import * as visits from '../src/render/province/visit-words.ts'
import * as province from '../src/render/province/words.ts'
import * as conditions from '../src/render/rules/condition-words.ts'
import * as rulePages from '../src/render/rules/words.ts'
import * as report from '../src/render/words.ts'
import * as rules from '../src/rules/words.ts'
import * as service from '../src/service/words.ts'
import { sources } from '../test/house/sources.ts'

/** Every catalogue of texts by its file, in the order in which it is printed; each can be proofread in one sitting. */
export const CATALOGUES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'src/render/words.ts': report,
  'src/render/format-words.ts': formats,
  'src/render/html/words.ts': verdictPage,
  'src/render/rules/words.ts': rulePages,
  'src/render/rules/condition-words.ts': conditions,
  'src/render/province/words.ts': province,
  'src/render/province/prescreen-words.ts': prescreen,
  'src/render/province/letter-words.ts': letters,
  'src/render/province/visit-words.ts': visits,
  'src/http/words.ts': pages,
  'src/http/api/words.ts': api,
  'src/http/agency/words.ts': agency,
  'src/http/agency/form-plan.ts': agencyNotes,
  'src/http/province/list-words.ts': deskList,
  'src/http/province/words.ts': desk,
  'src/browser/builder/words.ts': browserBuilder,
  'src/browser/upload/words.ts': browserUpload,
  'src/browser/visit/words.ts': browserVisit,
  'src/intake/refusals/archive.ts': archiveRefusals,
  'src/intake/refusals/manifest.ts': manifestRefusals,
  'src/intake/refusals/path.ts': pathRefusals,
  'src/cli/tables/dossier.ts': cliDossier,
  'src/cli/tables/province.ts': cliProvince,
  'src/cli/tables/rules.ts': cliRules,
  'src/cli/tables/service.ts': cliService,
  'src/cli/tables/shared.ts': cliShared,
  'src/intake/words.ts': intake,
  'src/cli/words.ts': cli,
  'src/documents/signature/notices.ts': signatures,
  'src/rules/words.ts': rules,
  'src/service/words.ts': service,
  'handlers/settings.ts': settings,
}

interface Row {
  id: string
  vi: string
  /** Absent where a text exists in Vietnamese alone: letters. */
  en?: string
}

/** The page `docs/texts.md`: every text of the catalogues with its id, in both languages, and which files use it. */
export function textsPage(): string {
  const all = sources()
  const parts = Object.entries(CATALOGUES).flatMap(([path, module]) => {
    const users = all.filter(({ imports }) => imports.includes(path))
    const rows = sorted(module).flatMap(([name, value]) => {
      const used = users.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map((one) => one.path)
      return rowsOf(value, name).map((row) => tableRow([row.id, row.vi, row.en ?? '', used.join(', ')]))
    })
    return [`## ${path}`, '', tableRow(['Id', 'Tiếng Việt', 'English', 'Used in']), '|---|---|---|---|', ...rows, '']
  })
  return [HEAD, ...parts].join('\n')
}

const HEAD = `# Texts

What the program says, by catalogue, beside the words of the rules (docs/rules). Written by \`npm run docs\`; \`{name}\` is a
place that is filled in.
`

/** The texts of a value: a text in both languages, one in Vietnamese alone, or an object or list that holds them. */
function rowsOf(value: unknown, id: string): Row[] {
  if (typeof value === 'string') return /[^\p{ASCII}]/u.test(value) ? [{ id, vi: value }] : []
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return []
  const { vi, en } = value as { vi?: unknown; en?: unknown }
  if (typeof vi === 'string' && typeof en === 'string') return [{ id, vi, en }]
  return Object.entries(value).flatMap(([key, inner]) => rowsOf(inner, `${id}.${key}`))
}

/** By name: bundlers list the exports of a module in orders of their own. */
const sorted = (module: Readonly<Record<string, unknown>>) =>
  Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1))

const tableRow = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
