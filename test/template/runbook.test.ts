import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { LONGEST_LINE } from '../../src/documents/facts/lines.ts'
import { DOCUMENT_BOUNDS } from '../../src/documents/settings.ts'
import { TEXT_LIMITS } from '../../src/dossier/primitives.ts'
import { MAX_BODY_BYTES } from '../../src/http/api/body.ts'
import { FORM_LIMITS } from '../../src/http/form/parts.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { MAX_INPUT_BYTES } from '../../src/intake/input-file.ts'
import { MAX_KEY, MAX_LISTED_PROBLEMS, MAX_NESTING, MAX_VALUES } from '../../src/intake/manifest/parsed-text.ts'
import { SHEET_LIMITS } from '../../src/intake/sheet.ts'
import { MAX_YAML_CHARACTERS } from '../../src/rules/yaml.ts'
import { MAX_PLAN_CHANGES } from '../../src/service/plan-changes.ts'
import { DEFAULT_UPLOADS_PER_DAY } from '../../src/service/upload-quota.ts'

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
const runbook = await read('docs/runbook.md')
// The tags of CloudFormation are not looked at here.
const service = parse(await read('serverless.yml'), { logLevel: 'silent', merge: true })
const named = (name: string) => expect(runbook).toMatch(new RegExp(`\\b${name}\\b`))

test.each(Object.keys(service.params.default))('the runbook tells of the parameter %s', named)

test.each(Object.keys(service.functions))('the runbook tells of the function %s', named)

test.each(Object.keys(service.resources.Resources).filter((name) => /Alarm$|^Failed\w+s$/.test(name)))(
  'the runbook says what to do about %s',
  named,
)

test('every output that the runbook uses is one', () => {
  const used = new Set([...runbook.matchAll(/"\$([A-Z]\w+)[/"]/g)].map(([, name]) => String(name)))
  // What the runbook sets itself, in the commands for one machine.
  const own = [...runbook.matchAll(/^([A-Z]\w*)=/gm)].map(([, name]) => String(name))
  const outputs = [...Object.keys(service.resources.Outputs), 'HttpApiUrl', ...own]
  expect([...used].filter((name) => !outputs.includes(name))).toEqual([])
  expect(used.size).toBeGreaterThan(4)
})

test('every metric that is counted is in the runbook', async () => {
  const counted = /type Counted =([^/]*)/.exec(await read('handlers/log.ts'))?.[1] ?? ''
  const metrics = [...counted.matchAll(/'(\w+)'/g)].map(([, name]) => String(name))
  expect(metrics.length).toBeGreaterThan(5)
  for (const metric of metrics) expect(runbook).toContain(`\`${metric}\``)
})

test('the time that a bundle may take is told as it is', () => {
  expect(runbook).toContain(`up to ${DEFAULT_LIMITS.milliseconds / 1000} s`)
})

const MIB = 1024 * 1024
const KIB = 1024
const n = (value: number) => value.toLocaleString('en')

test.each([
  ['upload form', `${FORM_LIMITS.parts} parts, ${FORM_LIMITS.bytesBeforeFile / KIB} KiB`],
  ['upload form', `a field ${n(FORM_LIMITS.fieldBytes)} bytes`],
  ['uploads of an agency', `| ${DEFAULT_UPLOADS_PER_DAY} |`],
  ['file of an upload form', `${DEFAULT_LIMITS.archiveBytes / MIB} MiB`],
  ['bundle', `${DEFAULT_LIMITS.unpackedBytes / MIB} MiB unpacked, ${n(DEFAULT_LIMITS.entries)} entries`],
  [
    'manifest',
    `JSON ${DEFAULT_LIMITS.manifestJsonBytes / MIB} MiB, YAML ${DEFAULT_LIMITS.manifestYamlBytes / KIB} KiB`,
  ],
  ['manifest', `${n(MAX_VALUES)} values, ${MAX_NESTING} levels, keys of ${MAX_KEY} characters`],
  ['manifest', `${n(MAX_LISTED_PROBLEMS)} problems listed`],
  ['a text of', `codes ${TEXT_LIMITS.code} characters, titles and names ${TEXT_LIMITS.title}`],
  ['a text of', `names of procedures ${n(TEXT_LIMITS.procedureName)}, others ${n(TEXT_LIMITS.text)}`],
  ['CSV', `${SHEET_LIMITS.csvBytes / MIB} MiB, ${n(SHEET_LIMITS.csvRecords)} lines`],
  ['a sheet', `${n(SHEET_LIMITS.rows)} rows, ${SHEET_LIMITS.columns} columns, ${n(SHEET_LIMITS.cells)} cells`],
  ['XLSX', `${n(SHEET_LIMITS.workbookCells)} cells and ${SHEET_LIMITS.workbookCharacters / MIB} Mi characters`],
  ['YAML of the authority', `${MAX_YAML_CHARACTERS / KIB} Ki characters`],
  ['changes kept', `${n(MAX_PLAN_CHANGES)} a year`],
  ['a file named', `${MAX_INPUT_BYTES / MIB} MiB`],
  ['JSON body', `${MAX_BODY_BYTES / KIB} KiB`],
  ['a document', `${DOCUMENT_BOUNDS.milliseconds / 1000} s and ${DOCUMENT_BOUNDS.residentBytes / MIB} MiB`],
  ['a document', `${n(DOCUMENT_BOUNDS.characters)} characters, lines of ${n(LONGEST_LINE)}`],
])('the limit on %s is told as it is: %s', (what, limit) => {
  const rows = runbook.split('\n').filter((line) => line.startsWith(`| ${what}`))
  expect(rows.join('\n')).toContain(limit)
})
