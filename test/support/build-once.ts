import { mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run of the tests, inside the project: what is built once for all test files goes there. */
    buildFolder: string
  }
}

/** Around all tests: the folder that {@link builtService} builds into; emptied before they are run again on a change. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = resolve(await mkdtemp('node_modules/.built-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  project.provide('buildFolder', folder)
  project.onTestsRerun(remove)
  return remove
}
