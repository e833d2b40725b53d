import type { Language, Localized } from '../../base/localized.ts'
import { datedProfile } from '../../rules/dated-profile.ts'
import type { Profile } from '../../rules/registers.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import type { Line } from './lines.ts'
import { gradeLine } from './register-lines.ts'
import { span } from './span.ts'

const WORDS = {
  overrides: { vi: 'Thay đổi quy tắc', en: 'Changes the rule' },
  obliges: { vi: 'Thêm đối tượng phải thực hiện', en: 'Obliges' },
  editions: { vi: 'Chấp nhận phiên bản', en: 'Accepts the edition' },
  grades: { vi: 'Xếp loại', en: 'Grade' },
  target: { vi: 'Mục tiêu', en: 'Target' },
} as const satisfies Record<string, Localized>

type Reasoned = { reason: Localized; decision: string; from?: string | undefined; to?: string | undefined }

/** A local programme: what it changes, whom it obliges, which editions it accepts and what it aims at, each with its reason. */
export function profileLine(profile: Profile, blocks: RuleSet['blocks'], lang: Language): Line {
  const { overrides = [], oblige = [], editions = [], grades = [], targets = [] } = datedProfile(profile)
  const line = (word: keyof typeof WORDS, what: string, why: Reasoned): Line => {
    const when = span(why, lang)
    return {
      text: `${WORDS[word][lang]}: ${what}${when === '' ? '' : ` (${when})`}. ${why.reason[lang]} (${why.decision})`,
    }
  }
  const blockName = (id: string) => blocks.find((block) => block.id === id)?.label[lang] ?? id
  return {
    text: [`\`${profile.id}\`: ${profile.title[lang]}`, ...(profile.decision ? [profile.decision] : [])].join('. '),
    inside: [
      ...overrides.map((one) => line('overrides', `\`${one.rule}\``, one)),
      ...oblige.map((one) => line('obliges', blockName(one.block), one)),
      ...editions.map((one) => line('editions', one.edition, one)),
      ...grades.map((one) => ({ text: `${WORDS.grades[lang]}: ${gradeLine(one, lang).text}` })),
      ...targets.map((one) => line('target', one.label[lang], one)),
    ],
  }
}
