import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtService } from '../support/built-service.ts'
import type { Attack, Target } from './attack.ts'
import { ATTACKS } from './attacks.ts'
import { played, startTarget } from './play.ts'

describe('what must not be possible against the built service', () => {
  let target: Target
  let end: () => Promise<void>

  beforeAll(async () => {
    ;({ target, end } = await startTarget(join(await builtService(), 'qms-verdict.mjs')))
  })
  afterAll(() => end())

  test.each(ATTACKS.filter(({ alsoIn }) => alsoIn === undefined))(
    '$name',
    async (attack) => {
      expect(await played(attack, target)).toMatchObject({ held: true })
    },
    // The service's own bounds are of processor time; how long that takes is the machine's business.
    660_000,
  )

  test('an attack that goes through is told as such, and so is one that ends the service', async () => {
    const open: Attack = { name: 'open', play: async () => ({ held: false, seen: 'open' }) }
    const gone: Attack = { name: 'gone', play: async () => ({ held: true, seen: 'gone' }) }
    expect(await played(open, target)).toEqual({ held: false, seen: 'open' })
    expect(await played(gone, { ...target, url: 'http://127.0.0.1:9' })).toMatchObject({ held: false })
  })
})
