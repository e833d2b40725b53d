import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { mergePatch } from '../../src/core/json.ts'
import { breakRules } from '../rules/broken-rules.ts'

/**
 * A folder to run the command line in, outside the project: `samples/*.zip`; `inputs/` with what else scenarios hand in,
 * among it `no-audits/`, a folder with a manifest that says nothing of audits and reviews; `rules-broken/`, the shipped
 * rules with one mistake.
 */
export async function makeWorkspace(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-cli-'))
  await mkdir(join(folder, 'samples'))
  for (const { name, zip } of await buildSamples()) await writeFile(join(folder, 'samples', `${name}.zip`), zip)
  await cp('test/cli/inputs', join(folder, 'inputs'), { recursive: true })
  const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const noAudits = mergePatch(department, { internalAudits: null, managementReviews: null })
  await mkdir(join(folder, 'inputs/no-audits'))
  await writeFile(join(folder, 'inputs/no-audits/manifest.json'), JSON.stringify(noAudits))
  await breakRules('unknown-operator', join(folder, 'rules-broken'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
