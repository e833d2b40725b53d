import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandNamed, helpText } from '../../src/cli/commands/help.ts'
import { readArguments } from '../../src/cli/options.ts'
import { COMMAND_TABLES, type CommandName } from '../../src/cli/tables/commands.ts'
import type { CommandTable } from '../../src/cli/tables/shared.ts'
import { LANGUAGES } from '../../src/core/errors.ts'

const tables: [CommandName, CommandTable][] = Object.entries(COMMAND_TABLES) as [CommandName, CommandTable][]

describe.each(tables)('%s', (name, { does, options }) => {
  test('is told with every option, its words and its default, in both languages', () => {
    for (const lang of LANGUAGES) {
      const text = helpText(lang, name)
      expect(text).toContain(`qms-verdict ${name}`)
      expect(text).toContain(does[lang])
      for (const [option, row] of Object.entries(options)) {
        if (option === 'lang') continue
        expect(text).toContain(`--${option}`)
        expect(text).toContain(row[lang])
        if (typeof row.default === 'string') expect(text).toContain(`: ${row.default})`)
      }
      expect(helpText(lang)).toContain(text.slice(0, text.indexOf('\n\n')))
    }
  })

  test('says something else in each language', () => {
    for (const row of [does, ...Object.values(options)]) expect(row.vi).not.toBe(row.en)
  })

  test('tells of each option with a value what the value is', () => {
    for (const { type, argument } of Object.values(options)) expect(argument === undefined).toBe(type === 'boolean')
  })

  test('takes the options that it tells', () => {
    for (const [option, { type, argument }] of Object.entries(options)) {
      const value = Array.isArray(argument) ? String(argument[0]) : 'x'
      const args = type === 'boolean' ? [`--${option}`] : [`--${option}`, value]
      expect(Object.keys(readArguments(args, options).values)).toContain(option)
    }
  })
})

test('no command has options beside its table', () => {
  const folder = 'src/cli/commands'
  const inline = readdirSync(folder).filter((file) =>
    /readArguments\((?!args, [A-Z_]+\.options\))/.test(readFileSync(`${folder}/${file}`, 'utf8')),
  )
  expect(inline).toEqual([])
})

test('a command is named by one word or two', () => {
  expect(commandNamed(['rules', 'test', '--lang', 'en'])).toBe('rules test')
  expect(commandNamed(['check', 'x.zip'])).toBe('check')
  expect(commandNamed(['--lang', 'en'])).toBeUndefined()
  expect(commandNamed(['toString'])).toBeUndefined()
})
