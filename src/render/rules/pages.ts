import { LANGUAGES, type Language, type Localized } from '../../core/errors.ts'
import {
  datedProfile,
  type Edition,
  type Grade,
  type Profile,
  type RuleSet,
  type Source,
} from '../../rules/rule-set.ts'
import type { RuleTest } from '../../rules/rule-source.ts'
import { showDate, showNumber } from '../values.ts'
import { OUTCOME_WORDS, SEVERITY_WORDS } from '../words.ts'
import { rulePage } from './rule-page.ts'
import {
  bullets,
  type Line,
  JUDGING_ORDER as ORDER,
  PAGE_WORDS,
  PROFILE_WORDS,
  REGISTER_WORDS,
  span,
  INDEX_WORDS as WORDS,
} from './words.ts'

type Tests = ReadonlyMap<string, readonly RuleTest[]>

/**
 * The rules as pages for a legal officer, by file name: an index and one page per group, each in both languages. The same
 * rules make the same pages.
 */
export function rulePages(ruleSet: RuleSet, tests: Tests): Map<string, string> {
  const pages = new Map<string, string>()
  for (const lang of LANGUAGES) {
    pages.set(`index.${lang}.md`, indexPage(ruleSet, lang))
    for (const { id } of ruleSet.groups) pages.set(`${id}.${lang}.md`, groupPage(id, ruleSet, tests, lang))
  }
  return pages
}

function groupPage(id: string, ruleSet: RuleSet, tests: Tests, lang: Language): string {
  const title = ruleSet.groups.find((group) => group.id === id)?.title[lang] ?? id
  const rules = ruleSet.rules.filter(({ group }) => group === id)
  return [
    `# ${title}`,
    '',
    PAGE_WORDS.generated[lang],
    '',
    ...rules.map((rule, at) => rulePage({ rule, tests: tests.get(rule.id) ?? [] }, ruleSet, lang, at + 1)),
  ].join('\n')
}

/** What the rules are, how they are judged, the profiles and the registers, in Markdown. */
function indexPage(ruleSet: RuleSet, lang: Language): string {
  const section = (name: keyof typeof WORDS, lines: readonly string[]) => ['', `## ${WORDS[name][lang]}`, '', ...lines]
  const list = (name: keyof typeof WORDS, lines: readonly Line[]) => section(name, bullets(lines))
  const order = ORDER.map((step, at) => `${at + 1}. ${step[lang]}`)
  return [
    `# ${ruleSet.title[lang]}`,
    '',
    PAGE_WORDS.generated[lang],
    '',
    `\`${ruleSet.id}\`, ${WORDS.version[lang]} ${ruleSet.version}, ${ruleSet.rules.length} ${WORDS.rules[lang]}.`,
    ...ruleSet.groups.flatMap((group) => groupSection(group, ruleSet, lang)),
    ...section('order', order),
    ...list(
      'outcomes',
      Object.values(OUTCOME_WORDS).map(({ label, sentence }) => {
        const text = sentence[lang].replace(/\{[^{}]+\}/g, '…')
        return { text: `**${label[lang]}**: ${text}` }
      }),
    ),
    ...list(
      'grades',
      ruleSet.grades.map((grade) => gradeLine(grade, lang)),
    ),
    ...list(
      'profiles',
      ruleSet.profiles.map((profile) => profileLine(profile, ruleSet.blocks, lang)),
    ),
    ...list(
      'standards',
      ruleSet.standards.map((edition) => editionLine(edition, lang)),
    ),
    ...list(
      'sources',
      ruleSet.sources.map((source) => sourceLine(source, lang)),
    ),
    '',
  ].join('\n')
}

function groupSection({ id, title }: RuleSet['groups'][number], { rules }: RuleSet, lang: Language): string[] {
  const own = rules.filter((rule) => rule.group === id)
  const weight = own.reduce((sum, rule) => sum + rule.weight, 0)
  const heading = `## [${title[lang]}](${id}.${lang}.md) (${PAGE_WORDS.weight[lang]} ${weight})`
  const lines = own.map((rule) => {
    const counts = `${SEVERITY_WORDS[rule.severity][lang]}, ${PAGE_WORDS.weight[lang]} ${rule.weight}`
    return { text: `${rule.title[lang]} (\`${rule.id}\`, ${counts})` }
  })
  return ['', heading, '', ...bullets(lines)]
}

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
function sourceLine(source: Source, lang: Language): Line {
  const { id, number, title, note } = source
  const name = number === undefined ? title[lang] : `${number}, ${title[lang]}`
  return { text: `${name} (\`${id}\`; ${sourceDays(source, lang)})${note ? `. ${note[lang]}` : ''}` }
}

/** An edition of the standard and when it may be declared, in one line. */
function editionLine({ title, status, from, to, notForFirstFrom }: Edition, lang: Language): Line {
  const when = days(lang, [
    [status, from],
    ['notForFirst', notForFirstFrom],
    ['notAccepted', to],
  ])
  return { text: `${title[lang]}: ${when}` }
}

/** A grade and the least score that earns it, in one line. */
function gradeLine({ label, atLeast, backed, read }: Grade, lang: Language): Line {
  const points = REGISTER_WORDS.atLeast[lang].replace('{n}', showNumber(atLeast, lang))
  const papers = REGISTER_WORDS.backed[lang].replace('{n}', showNumber(backed, lang))
  return { text: `${label[lang]}: ${[points, papers, ...(read ? [REGISTER_WORDS.read[lang]] : [])].join(', ')}` }
}

type Reasoned = { reason: Localized; decision: string; from?: string | undefined; to?: string | undefined }

/** A local programme: what it changes, whom it obliges, which editions it accepts and what it aims at, each with its reason. */
function profileLine(profile: Profile, blocks: RuleSet['blocks'], lang: Language): Line {
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
