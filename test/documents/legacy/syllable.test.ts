import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSyllable, shareOf, wordScore } from '../../../src/documents/legacy-encodings.ts'

const SYLLABLES =
  'quyết định giữa gì giếng nghiêng khuỷu ngoằn ngoèo quốc huỳnh thuở quý yêu uỷ ủy hòa hoà xoong mười người rượu chuyên tuýt oẳn ương đuốc thuế khuya loẹt ghế kịch sạch tếch ích'
const NONE = 'côc đich thâu̍ bật̉ chất̃ nờng đợcc lợng tớng ngkiên zô wăn Hµ Néi QuyÕt Ñoäc laäp Töï'

describe('what is built like a syllable', () => {
  it.each(SYLLABLES.split(' '))('%s', (word) => {
    expect(isSyllable(word)).toBe(true)
    expect(isSyllable(word.toUpperCase())).toBe(true)
    expect(isSyllable(word.normalize('NFD'))).toBe(true)
  })
  it.each(NONE.split(' '))('not %s', (word) => expect(isSyllable(word)).toBe(false))
})

describe('the score of words', () => {
  it('is high for Vietnamese of an office', () => {
    const folder = new URL('../../../fixtures/base/', import.meta.url)
    const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
    const score = wordScore(texts)
    expect(score.accented).toBeGreaterThan(1_000)
    expect(shareOf(score)).toBeGreaterThan(0.95)
  })
})
