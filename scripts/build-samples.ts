import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSamples } from './samples/sample.ts'

/** `npm run samples -- [--output DIR]`: writes every sample bundle as `DIR/<name>.zip`; DIR is dist/samples unless said. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { output: { type: 'string', default: 'dist/samples' } } })
  // npm runs scripts in the project's folder and says where it was called.
  const folder = resolve(process.env.INIT_CWD ?? '.', values.output)
  await mkdir(folder, { recursive: true })
  for (const { name, zip } of await buildSamples()) {
    const path = join(folder, `${name}.zip`)
    await writeFile(path, zip)
    process.stdout.write(`${path}\n`)
  }
  return 0
}
