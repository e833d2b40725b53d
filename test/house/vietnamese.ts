import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Source, sources } from './sources.ts'

/** A Vietnamese text and where it stands. */
export interface VietnameseText {
  /** `src/http/words.ts:12`, or the file and key of a rule. */
  at: string
  file: string
  /** Placeholders stand as `…`. */
  text: string
}

/** Letters that only Vietnamese writes; an English text has none. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu
/** A string of TypeScript on one line, or a template over several. */
const LITERAL = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu

/** Every Vietnamese text of the program: strings of the code and texts of the rules. */
export function vietnameseTexts(): VietnameseText[] {
  return [...sources().flatMap(ofSource), ...yamlFiles('rules').flatMap(ofRules)]
}

function ofSource({ path, text }: Source): VietnameseText[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, (comment) => comment.replace(/[^\n]/gu, ' '))
  return [...code.matchAll(LITERAL)].flatMap(({ 0: literal, index }) => {
    const said = literal.slice(1, -1)
    if (!VIETNAMESE.test(said)) return []
    const line = code.slice(0, index).split('\n').length
    return [{ at: `${path}:${line}`, file: path, text: withoutPlaces(said) }]
  })
}

function ofRules(file: string): VietnameseText[] {
  const found: VietnameseText[] = []
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string' && VIETNAMESE.test(value))
      found.push({ at: `${file} ${key}`, file, text: withoutPlaces(value) })
    else if (typeof value === 'object' && value !== null)
      // What the tests of a rule put into a dossier is not ours to say.
      for (const [name, inner] of Object.entries(value))
        if (name !== 'tests') walk(inner, key === '' ? name : `${key}.${name}`)
  }
  walk(parse(readFileSync(file, 'utf8')), '')
  return found
}

const withoutPlaces = (text: string) => text.replace(/\$?\{[^{}]*\}/gu, '…')

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return yamlFiles(path)
    return path.endsWith('.yaml') ? [path] : []
  })
}
