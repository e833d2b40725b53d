import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawLots } from '../../src/province/inspection-plan.ts'
import { agencyManifest, type CohortAgency } from './agency-manifest.ts'
import { agencyName, BLOCK_AS_WRITTEN } from './agency-names.ts'
import { bundleWithPapers } from './agency-papers.ts'
import { type CohortDescription, type CohortGroup, cohortDescription } from './description.ts'

const FOLDER = 'fixtures/cohorts'

/** Names of the cohorts of fixtures/cohorts. */
export async function cohortNames(): Promise<string[]> {
  return (await readdir(FOLDER)).map((file) => file.replace(/\.json$/, '')).sort()
}

/** What a cohort is described as. */
export async function readCohort(name: string): Promise<CohortDescription> {
  return cohortDescription.parse(JSON.parse(await readFile(`${FOLDER}/${name}.json`, 'utf8')))
}

/**
 * Writes a cohort: `register.csv` as a department of science and technology keeps it, and `bundles/<code>.zip` of every
 * agency that declared, each with its papers. The same on every machine.
 */
export async function writeCohort(told: CohortDescription, folder: string): Promise<void> {
  const agencies = told.groups.flatMap((group, at) => agenciesOf(group, at, told))
  const bases = { commune: await base('commune'), other: await base('department') }
  await mkdir(join(folder, 'bundles'), { recursive: true })
  await writeFile(join(folder, 'register.csv'), register(agencies))
  for (const agency of agencies.filter(({ declared }) => declared)) {
    const from = agency.block === 'commune' ? bases.commune : bases.other
    const zip = bundleWithPapers(agencyManifest(from, agency, told))
    await writeFile(join(folder, 'bundles', `${agency.code}.zip`), zip)
  }
}

async function base(name: string): Promise<unknown> {
  return JSON.parse(await readFile(`fixtures/base/${name}.json`, 'utf8'))
}

function agenciesOf(group: CohortGroup, at: number, { province, year }: CohortDescription): CohortAgency[] {
  const { block, count, declared } = group
  const places = Array.from({ length: count }, (_, index) => index)
  const seed = year * 100 + at
  const handed = places.slice(0, declared)
  const again = new Set(drawLots(handed, group.again, seed))
  const poor = drawLots(handed, group.behind + group.thin, seed + 1)
  const behind = new Set(poor.slice(0, group.behind))
  const thin = new Set(poor.slice(group.behind))
  const signed = group.signed.flatMap(({ count: many, on }) => Array.from({ length: many }, () => on))
  const visited = new Set(drawLots(places, Math.floor(count / 2), seed + 2))
  return places.map((index) => ({
    code: `${province}.${(at + 1) * 1000 + index + 1}`,
    name: agencyName(block, index + 1),
    block,
    declared: index < declared,
    again: again.has(index),
    behind: behind.has(index),
    thin: thin.has(index),
    signedOn: signed[index],
    lastOnSite: visited.has(index) ? year - 1 - (index % 2) : undefined,
  }))
}

/** With a byte order mark, as Excel saves CSV UTF-8. */
function register(agencies: readonly CohortAgency[]): string {
  const head = ['STT', 'Mã cơ quan', 'Tên cơ quan', 'Khối', 'Lần kiểm tra tại trụ sở gần nhất']
  const rows = agencies.map(({ code, name, block, lastOnSite }, index) => [
    String(index + 1),
    code,
    `"${name}"`,
    `"${BLOCK_AS_WRITTEN[block]}"`,
    lastOnSite === undefined ? '' : String(lastOnSite),
  ])
  return `\ufeff${[head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`
}
