import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const IMPORTED =
  /^(?:import|export)\s[^'"]*?from '(\.[^']+\.tsx?)'|^import '(\.[^']+\.tsx?)'|\bimport\('(\.[^']+\.tsx?)'\)/gm

/** One file of `src/` or `handlers/`. */
export interface Source {
  /** From the root of the project, with `/`. */
  path: string
  /** One of the twelve folders of `src/`, or `handlers`. */
  folder: string
  /** Of its own, the last line without an end counted too. */
  lines: number
  text: string
  /** Paths of the files it imports, types and lazy imports too. */
  imports: string[]
}

/** All TypeScript of `src/` and `handlers/`, as it stands on the disk. */
export function sources(): Source[] {
  return [...found('src'), ...found('handlers')].map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const imports = [...text.matchAll(IMPORTED)].map(([, ...named]) =>
      posix.join(dirname(path), named.find(Boolean) ?? ''),
    )
    return { path, folder: folderOf(path), lines: text.trimEnd().split('\n').length, text, imports }
  })
}

/** `core` of `src/core/days.ts`; `handlers` of what stands there. */
export function folderOf(path: string): string {
  const [top, second] = path.split('/')
  return top === 'src' && second ? second : (top ?? '')
}

function found(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return found(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}
