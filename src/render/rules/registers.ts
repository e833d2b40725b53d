import type { Language, Localized } from '../../core/errors.ts'
import {
  datedProfile,
  type Edition,
  type Grade,
  type Profile,
  type RuleSet,
  type Source,
} from '../../rules/rule-set.ts'
import { showDate, showNumber } from '../values.ts'
import { type Line, PROFILE_WORDS, REGISTER_WORDS, span } from './words.ts'

function days(lang: Language, parts: readonly (readonly [keyof typeof REGISTER_WORDS, string | undefined])[]): string {
  return parts
    .flatMap(([word, day]) => (day === undefined ? [] : [`${REGISTER_WORDS[word][lang]} ${showDate(day, lang)}`]))
    .join(', ')
}

/** When a legal text is in force, and when somebody last looked. */
export function sourceDays({ from, to, lastChecked }: Source, lang: Language): string {
  return days(lang, [
    ['inForce', from],
    ['ended', to],
    ['checked', lastChecked],
  ])
}

/** A legal text that rules rest on, in one line. */
export function sourceLine(source: Source, lang: Language): Line {
  const { id, number, title, note } = source
  const name = number === undefined ? title[lang] : `${number}, ${title[lang]}`
  return { text: `${name} (\`${id}\`; ${sourceDays(source, lang)})${note ? `. ${note[lang]}` : ''}` }
}

/** An edition of the standard and when it may be declared, in one line. */
export function editionLine({ title, status, from, to, notForFirstFrom }: Edition, lang: Language): Line {
  const when = days(lang, [
    [status, from],
    ['notForFirst', notForFirstFrom],
    ['notAccepted', to],
  ])
  return { text: `${title[lang]}: ${when}` }
}

/** A grade and the least score that earns it, in one line. */
export function gradeLine({ label, atLeast, backed, read }: Grade, lang: Language): Line {
  const points = REGISTER_WORDS.atLeast[lang].replace('{n}', showNumber(atLeast, lang))
  const papers = REGISTER_WORDS.backed[lang].replace('{n}', showNumber(backed, lang))
  return { text: `${label[lang]}: ${[points, papers, ...(read ? [REGISTER_WORDS.read[lang]] : [])].join(', ')}` }
}

type Reasoned = { reason: Localized; decision: string; from?: string | undefined; to?: string | undefined }

/** A local programme: what it changes, whom it obliges, which editions it accepts and what it aims at, each with its reason. */
export function profileLine(profile: Profile, blocks: RuleSet['blocks'], lang: Language): Line {
  const { overrides = [], oblige = [], editions = [], grades = [], targets = [] } = datedProfile(profile)
  const line = (word: keyof typeof PROFILE_WORDS, what: string, why: Reasoned): Line => {
    const when = span(why, lang)
    return {
      text: `${PROFILE_WORDS[word][lang]}: ${what}${when === '' ? '' : ` (${when})`}. ${why.reason[lang]} (${why.decision})`,
    }
  }
  const blockName = (id: string) => blocks.find((block) => block.id === id)?.label[lang] ?? id
  return {
    text: [`\`${profile.id}\`: ${profile.title[lang]}`, ...(profile.decision ? [profile.decision] : [])].join('. '),
    inside: [
      ...overrides.map((one) => line('overrides', `\`${one.rule}\``, one)),
      ...oblige.map((one) => line('obliges', blockName(one.block), one)),
      ...editions.map((one) => line('editions', one.edition, one)),
      ...grades.map((one) => ({ text: `${PROFILE_WORDS.grades[lang]}: ${gradeLine(one, lang).text}` })),
      ...targets.map((one) => line('target', one.label[lang], one)),
    ],
  }
}
