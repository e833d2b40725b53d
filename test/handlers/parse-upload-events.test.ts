import { describe, expect, test } from 'vitest'
import { parseUploadEvents } from '../../handlers/events.ts'
import { eventFixtures } from './event-fixtures.ts'

describe('parseUploadEvents', () => {
  test('there are fixtures', () => expect(eventFixtures.length).toBeGreaterThan(10))

  test.each(eventFixtures)('$title', ({ body, uploads, ignored }) => {
    expect(parseUploadEvents(body)).toEqual({ uploads, ignored })
  })
})
