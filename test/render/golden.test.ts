import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { FORMATS } from '../../src/render/formats.ts'
import { ruleSet, verdicts } from './frozen/frozen.ts'

const FOLDER = 'test/render/golden'
const UPDATE = process.env.UPDATE_GOLDEN === '1'
mkdirSync(FOLDER, { recursive: true })

const writers = await Promise.all(
  Object.entries(FORMATS).map(async ([format, { extension, writer }]) => ({
    format,
    extension,
    write: await writer(),
  })),
)
const cases = [...verdicts].flatMap(([name, verdict]) =>
  LANGUAGES.flatMap((lang) =>
    writers
      .filter(({ format }) => format !== 'json')
      .map(({ extension, write }) => ({
        file: `${name}.${lang}.${extension}`,
        text: () => write(verdict, { ruleSet, lang }),
      })),
  ),
)

describe('every verdict in every format is as it was looked at (UPDATE_GOLDEN=1 writes the files anew)', () => {
  test.each(cases)('$file', ({ file, text }) => {
    const path = join(FOLDER, file)
    if (UPDATE) writeFileSync(path, text())
    expect(existsSync(path) ? readFileSync(path, 'utf8') : undefined).toBe(text())
  })

  test('no file is left from a case that is no more', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(cases.map(({ file }) => file).sort())
  })

  test('the same verdict gives the same text', () => {
    for (const { text } of cases) expect(text()).toBe(text())
  })
})
