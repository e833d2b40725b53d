import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { openApiDocument } from '../../src/http/api/openapi.ts'
import { SCHEMAS } from '../../src/http/api/schemas.ts'
import { ROUTES } from '../../src/http/app.ts'
import { PROBLEMS } from '../../src/http/problems.ts'

const document = openApiDocument(ROUTES)
const text = JSON.stringify(document)

test('the committed document is the one made from the schemas', async () => {
  expect(JSON.parse(await readFile('docs/openapi.json', 'utf8'))).toEqual(document)
})

test('every reference leads to a schema, and every schema is referred to', () => {
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
  expect([...new Set(named)].sort()).toEqual(Object.keys(SCHEMAS).sort())
})

test('operations have names of their own', () => {
  const ids = ROUTES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('every text is there in both languages', () => {
  test.each(ROUTES.map((route) => [route.id, route] as const))('%s', (_, route) => {
    for (const lang of LANGUAGES) expect([route.summary[lang], route.success.description[lang]]).not.toContain('')
  })

  test.each(Object.entries(PROBLEMS))('%s', (_, { title }) => {
    expect(title.vi).not.toBe(title.en)
  })
})
