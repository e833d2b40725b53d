import { describe, expect, test } from 'vitest'
import { isUploadId, makeUploadId, uploadAskedOn } from '../../src/service/keys.ts'

describe('an upload id', () => {
  test('tells when it was asked for', () => {
    const id = makeUploadId('2026-03-05T02:03:04.005Z', '0a1b2c3d')
    expect(id).toBe('20260305T020304005Z-0a1b2c3d')
    expect(isUploadId(id)).toBe(true)
    expect(uploadAskedOn(id)).toBe('2026-03-05T02:03:04.005Z')
  })

  test('ids sort in the order in which they were asked for', () => {
    const instants = ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z']
    const ids = instants.map((instant, at) => makeUploadId(instant, `fffffff${9 - at}`))
    expect([...ids].sort()).toEqual(ids)
  })

  test.each([
    ['2026-03-05T02:03:04Z', '0a1b2c3d'],
    ['2026-03-05T09:03:04.005+07:00', '0a1b2c3d'],
    ['2026-03-05T02:03:04.005Z', '0A1B2C3D'],
    ['2026-03-05T02:03:04.005Z', '../../..'],
    ['2026-03-05T02:03:04.005Z', ''],
  ])('is not made of %s and %j', (instant, random) => {
    expect(() => makeUploadId(instant, random)).toThrow(RangeError)
  })

  test.each(['', 'recheck-2027', '20260305T020304005Z-0a1b2c3d/', '../20260305T020304005Z-0a1b2c3d'])(
    '%j is none',
    (text) => expect(isUploadId(text)).toBe(false),
  )
})
