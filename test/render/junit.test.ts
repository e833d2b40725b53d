import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { verdictJunit } from '../../src/render/junit.ts'
import { frozen, ruleSet, verdicts } from './frozen/frozen.ts'

interface Element {
  name: string
  attributes: Record<string, string>
  text: string
}

/** Every element of a well-formed document; throws where it is not. */
function elementsOf(xml: string): Element[] {
  const parser = new SaxesParser()
  const all: Element[] = []
  const open: Element[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: '' }
    all.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const top = open.at(-1)
    if (top) top.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return all
}

const written = (name: string, lang: 'vi' | 'en' = 'en') => elementsOf(verdictJunit(frozen(name), { ruleSet, lang }))

describe('JUnit', () => {
  test('the check of well-formedness catches what is not', () => {
    expect(() => elementsOf('<a b="<"/>')).toThrow()
    expect(() => elementsOf('<a>\u0007</a>')).toThrow()
  })

  test.each([...verdicts.keys()])('%s is well-formed, a case per finding, and counts what it holds', (name) => {
    for (const lang of ['vi', 'en'] as const) {
      const elements = written(name, lang)
      const suites = elements.filter((one) => one.name === 'testsuite')
      const counted = (kind: string) => elements.filter((one) => one.name === kind).length
      const said = (attribute: string) => suites.reduce((sum, one) => sum + Number(one.attributes[attribute]), 0)
      expect(counted('testcase')).toBe(frozen(name).findings.length)
      for (const [attribute, kind] of [
        ['tests', 'testcase'],
        ['failures', 'failure'],
        ['errors', 'error'],
        ['skipped', 'skipped'],
      ] as const) {
        expect(said(attribute)).toBe(counted(kind))
        expect(Number(elements[0]?.attributes[attribute])).toBe(counted(kind))
      }
    }
  })

  test('a breach is a failure, a fault of ours an error, what is not judged skipped with the reason', () => {
    const behind = written('behind')
    expect(behind.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.type)).toEqual([
      'Essential',
      'Minor',
      'Essential',
    ])
    for (const { attributes } of behind.filter(({ name }) => name === 'skipped'))
      expect(attributes.message).not.toBe('')
    expect(written('hostile').filter(({ name }) => name === 'error')).toHaveLength(1)
  })

  test('an excepted breach is skipped with who approved it', () => {
    const verdict = frozen('behind')
    const applied = [
      {
        rule: 'procedures-all-covered',
        agency: 'H61.152',
        reason: 'disaster',
        approver: 'A & B',
        lastDay: '2026-12-31',
      },
    ]
    const xml = verdictJunit({ ...verdict, exceptions: { ...verdict.exceptions, applied } }, { ruleSet, lang: 'en' })
    const elements = elementsOf(xml)
    expect(elements.filter(({ name }) => name === 'failure')).toHaveLength(2)
    expect(elements.some(({ name, attributes }) => name === 'skipped' && attributes.message?.includes('A & B'))).toBe(
      true,
    )
  })

  test('what a dossier says stays text', () => {
    const failure = written('hostile').find(({ name }) => name === 'failure')
    expect(failure?.text).toContain('<script>alert(1)</script>')
    expect(written('hostile')[0]?.attributes.name).toContain(']]>')
  })
})
