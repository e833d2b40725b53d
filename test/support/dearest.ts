import type { TestProject } from 'vitest/node'

const SHOWN = 10

/**
 * Around all tests: tells at the end which files took most of the processor's time. Time by the clock tells what else the
 * machine did.
 */
export default function setup(project: TestProject): () => void {
  return () => {
    const files = project.vitest.state
      .getTestModules()
      .filter((module) => module.project.name === project.name)
      .map((module) => ({ name: module.relativeModuleId, ms: module.meta().processorMs ?? 0 }))
    if (files.length <= SHOWN) return
    const all = files.reduce((sum, { ms }) => sum + ms, 0)
    const lines = files
      .sort((a, b) => b.ms - a.ms)
      .slice(0, process.env.DEAREST ? files.length : SHOWN)
      .map(({ name, ms }) => `${seconds(ms).padStart(9)}  ${name}`)
    process.stdout.write(
      `\nProcessor time of ${files.length} files: ${seconds(all)}. The dearest:\n${lines.join('\n')}\n`,
    )
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
