import { expect, it } from 'vitest'
import * as z from 'zod'
import { toPointer } from '../../src/core/json.ts'
import { foldWords } from '../../src/core/names.ts'
import { bare } from '../../src/core/schemas.ts'
import { manifest } from '../../src/dossier/manifest.ts'
import { columnsOf, labelOf } from '../../src/intake/manifest-xlsx/layout/columns.ts'
import { type Form, fieldPath, formOf, SECTIONS } from '../../src/intake/manifest-xlsx/layout/sections.ts'
import { isOwnHeading } from '../../src/intake/manifest-xlsx/tabs.ts'

/** Pointers of all single values and lists of single values a schema has. */
function leaves(schema: z.core.$ZodType, at: readonly PropertyKey[] = []): string[] {
  const inner = bare(schema)
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, member]) => leaves(member, [...at, key]))
  if (inner instanceof z.ZodArray && bare(inner.element) instanceof z.ZodObject)
    return leaves(inner.element, [...at, 0])
  return [toPointer(at)]
}

it('has a place for everything a manifest can say, and for nothing else', () => {
  const places = SECTIONS.flatMap((section) => section.fields.map((field) => toPointer(fieldPath(section, field))))
  expect(['/format', ...places].sort()).toEqual(leaves(manifest).sort())
})

it('has headings that can be told apart, however they are typed', () => {
  for (const section of SECTIONS) {
    const headings = columnsOf(section).map(({ heading }) => foldWords(heading))
    expect(new Set(headings).size, section.sheet).toBe(headings.length)
    expect(headings.filter(isOwnHeading)).toEqual([])
  }
  const sheets = SECTIONS.map(({ sheet }) => foldWords(sheet))
  expect(new Set(sheets).size).toBe(sheets.length)
})

it('has names of sheets that Excel takes', () => {
  for (const { sheet } of SECTIONS) expect(sheet).toMatch(/^[^[\]:*?/\\]{1,31}$/)
})

it('says every value of a fixed list in Vietnamese, each otherwise', () => {
  const choices = (form: Form): readonly string[] =>
    form.kind === 'choice' ? form.values : form.kind === 'list' ? choices(form.of) : []
  for (const section of SECTIONS)
    for (const field of section.fields) {
      const labels = choices(formOf(section, field)).map(labelOf)
      expect(new Set(labels).size).toBe(labels.length)
      for (const label of labels) expect(label, section.sheet).not.toMatch(/^[a-z-]{4,}$/)
    }
})
