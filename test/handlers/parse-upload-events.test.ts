import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseUploadEvents } from '../../handlers/events/parse-upload-events.ts'

interface EventFixture {
  title: string
  /** A value is sent as its JSON text. */
  body: unknown
  uploads: unknown[]
  ignored: string[]
}

const folder = new URL('../../fixtures/events/', import.meta.url)
const fixtures = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as EventFixture,
)

describe('parseUploadEvents', () => {
  test('there are fixtures', () => expect(fixtures.length).toBeGreaterThan(10))

  test.each(fixtures)('$title', ({ body, uploads, ignored }) => {
    expect(parseUploadEvents(typeof body === 'string' ? body : JSON.stringify(body))).toEqual({ uploads, ignored })
  })
})
