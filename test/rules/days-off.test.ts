import { describe, expect, it } from 'vitest'
import { toDay } from '../../src/core/days.ts'
import { isDayOff } from '../../src/rules/facts/days-off.ts'
import { loaded } from '../support/loaded.ts'

const registers = { ruleSet: loaded.source, profile: {} }
const isOff = (date: string) => isDayOff({ registers }, toDay(date))

describe('days off of the whole country', () => {
  it.each([
    ['24/11, the year before it is one', '2025-11-24', false],
    ['24/11 of 2026', '2026-11-24', true],
    ['the day after it', '2026-11-25', false],
    ['24/11 on a Sunday frees no Monday', '2030-11-25', false],
    ['the day before Tết', '2026-02-13', false],
    ['the first day of Tết', '2026-02-16', true],
    ['the last day of Tết', '2026-02-20', true],
    ['the Monday after Tết', '2026-02-23', false],
    ['a swapped day', '2026-08-31', true],
    ['the Saturday worked instead', '2026-08-22', true],
    ['10/3 lunar on a Sunday, in lieu', '2026-04-27', true],
    ['02/9 on a Saturday frees the Monday', '2028-09-04', true],
    ['and not the Tuesday', '2028-09-05', false],
    ['30/4 on a Saturday and 1/5 on a Sunday free the Monday', '2033-05-02', true],
    ['and the Tuesday', '2033-05-03', true],
    ['and not the Wednesday', '2033-05-04', false],
    ['01/01 on a Sunday frees the Monday', '2034-01-02', true],
    ['only proposed, so not shipped', '2026-11-23', false],
  ])('%s (%s): %s', (_, date, expected) => {
    expect(isOff(date)).toBe(expected)
  })

  it('a profile adds its own', () => {
    const local = { ruleSet: loaded.source, profile: { holidays: ['2026-06-03'] } }
    expect(isDayOff({ registers: local }, toDay('2026-06-03'))).toBe(true)
    expect(isOff('2026-06-03')).toBe(false)
  })
})
