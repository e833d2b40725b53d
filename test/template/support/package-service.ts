import { execFile } from 'node:child_process'
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { builtService, madeOnce } from '../../support/built-service.ts'

const run = promisify(execFile)
const TEMPLATE = 'template.json'
const root = fileURLToPath(new URL('../../../', import.meta.url))

/** One resource of the template: plain JSON of many shapes, into which each test looks for its part. */
export interface Resource {
  Type: string
  DeletionPolicy?: string
  Properties: Record<string, unknown>
}

/** What `npm run package` makes, in a folder of its own. */
export interface PackagedService {
  /** Path of the ZIP that is deployed. */
  zip: string
  /** Path of the CloudFormation template. */
  template: string
  resources: Record<string, Resource>
  remove(): Promise<void>
}

/**
 * Builds and packages the service as `npm run package` does. No credentials are given, and every proxy leads nowhere, so
 * that whatever would want the network fails.
 * @param stage whose parameters stand in the template
 * @param code `template` leaves the build out, for those who look at the template alone
 */
export async function packageService(stage: string, code: 'built' | 'template'): Promise<PackagedService> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-package-'))
  for (const name of ['serverless.yml', 'package.json']) await cp(join(root, name), join(folder, name))
  const nowhere = 'http://127.0.0.1:1'
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    SLS_TELEMETRY_DISABLED: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
  }
  if (code === 'built') await cp(await builtService(), join(folder, 'dist'), { recursive: true })
  else await writePlaceholder(join(folder, 'dist/handlers'))
  await run(join(root, 'node_modules/.bin/serverless'), ['package', '--stage', stage], { cwd: folder, env })
  const template = join(folder, '.serverless/cloudformation-template-update-stack.json')
  return {
    zip: join(folder, '.serverless/qms-verdict.zip'),
    template,
    resources: JSON.parse(await readFile(template, 'utf8')).Resources,
    remove: () => rm(folder, { recursive: true }),
  }
}

/**
 * The resources of a stage's template, packaged once for all test files of a run; without the build.
 * @param stage whose parameters stand in the template
 */
export async function templateOf(stage: string): Promise<Record<string, Resource>> {
  const folder = await madeOnce(`template-${stage}`, async (part) => {
    const service = await packageService(stage, 'template')
    await copyFile(service.template, join(part, TEMPLATE))
    await service.remove()
  })
  return JSON.parse(await readFile(join(folder, TEMPLATE), 'utf8')).Resources
}

async function writePlaceholder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'placeholder.mjs'), 'export const handler = () => {}\n')
}

/** How the template says that what is written to a bucket cannot be deleted for so many days. */
export const lockRule = (Mode: string, Days: number) => ({
  ObjectLockEnabled: 'Enabled',
  Rule: { DefaultRetention: { Mode, Days } },
})
