import type { Language, Localized } from '../../base/localized.ts'
import type { Profile, Source } from '../../rules/registers.ts'
import type { RuleSet } from '../../rules/rule-set.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import { PAGE_WORDS } from './page-words.ts'

const WORDS = {
  order: { vi: 'Thứ tự đánh giá một quy tắc', en: 'The order in which a rule is judged' },
  outcomes: { vi: 'Kết quả của một quy tắc', en: 'What a rule may come to' },
  profiles: { vi: 'Bộ thông số của địa phương', en: 'Local profiles' },
  sources: { vi: 'Văn bản làm căn cứ', en: 'Sources' },
  rules: { vi: 'quy tắc', en: 'rules' },
  version: { vi: 'phiên bản', en: 'version' },
  inForce: { vi: 'hiệu lực từ', en: 'in force from' },
  until: { vi: 'hết hiệu lực từ', en: 'ended on' },
  checked: { vi: 'kiểm tra lần cuối', en: 'last checked' },
  overrides: { vi: 'thay đổi quy tắc', en: 'changes rules' },
  obliges: { vi: 'thêm đối tượng', en: 'obliges' },
  targets: { vi: 'mục tiêu', en: 'targets' },
} as const satisfies Record<string, Localized>

const ORDER: readonly Localized[] = [
  {
    vi: 'Quy tắc chưa hoặc không còn hiệu lực tại ngày đánh giá thì không xét; không thuộc trường hợp "Áp dụng khi" thì không áp dụng.',
    en: 'A rule not in force on the day of judgement is not asked; where "Applies when" does not hold, it does not apply.',
  },
  {
    vi: 'Bằng chứng xem xét (trừ loại "nếu có") mà không có trong hồ sơ thì kết quả là thiếu bằng chứng, chưa xét đến điều kiện đạt.',
    en: 'Evidence that is not there (but for what is marked "if there is any") is missing evidence, before the condition is asked.',
  },
  {
    vi: 'Thỏa mãn "Đạt khi" thì đạt. Nếu chưa: còn thời hạn thì chưa đến hạn; thuộc trường hợp cần người xem xét thì hệ thống không tự kết luận; dữ liệu để so sánh không có thì thiếu bằng chứng; còn lại là chưa đạt.',
    en: 'Where "Met when" holds it is met. If not: not yet due while there is time; left to a person where so said; missing evidence where something to compare is absent; else not met.',
  },
  {
    vi: 'Quy tắc xét từng mục lấy kết quả nặng nhất trong các mục: chưa đạt, thiếu bằng chứng, cần người xem xét, chưa đến hạn, đạt.',
    en: 'A rule over a list comes to the strongest outcome of its items: not met, evidence missing, for review, not yet due, met.',
  },
]

/** What the rules are, how they are judged, the profiles and the sources, in Markdown. */
export function indexPage(ruleSet: RuleSet, lang: Language): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][lang]
  const outcomes = Object.values(OUTCOME_WORDS).map(({ label, sentence }) => {
    const text = sentence[lang].replace(/\{[^{}]+\}/g, '…')
    return `- **${label[lang]}**: ${text}`
  })
  return [
    `# ${ruleSet.title[lang]}`,
    '',
    PAGE_WORDS.generated[lang],
    '',
    `\`${ruleSet.id}\`, ${word('version')} ${ruleSet.version}, ${ruleSet.rules.length} ${word('rules')}.`,
    ...ruleSet.groups.flatMap(({ id, title }) => [
      '',
      `## [${title[lang]}](${id}.${lang}.md)`,
      '',
      ...ruleRows(id, ruleSet, lang),
    ]),
    ...section(
      word('order'),
      ORDER.map((step, at) => `${at + 1}. ${step[lang]}`),
    ),
    ...section(word('outcomes'), outcomes),
    ...section(
      word('profiles'),
      ruleSet.profiles.map((profile) => `- ${profileWords(profile, lang)}`),
    ),
    ...section(
      word('sources'),
      ruleSet.sources.map((source) => `- ${sourceWords(source, lang)}`),
    ),
    '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[]) => ['', `## ${title}`, '', ...lines]

function ruleRows(group: string, { rules }: RuleSet, lang: Language): string[] {
  const own = rules.filter((rule) => rule.group === group)
  return own.map(
    ({ id, title, severity, weight }) =>
      `- ${title[lang]} (\`${id}\`, ${SEVERITY_WORDS[severity][lang]}, ${PAGE_WORDS.weight[lang]} ${weight})`,
  )
}

function profileWords({ id, title, decision, overrides, oblige, targets }: Profile, lang: Language): string {
  const list = (name: keyof typeof WORDS, items: readonly string[] = []) =>
    items.length === 0 ? [] : [`${WORDS[name][lang]}: ${items.join('; ')}`]
  const parts = [
    ...(decision === undefined ? [] : [decision]),
    ...list(
      'overrides',
      overrides?.map(({ rule }) => `\`${rule}\``),
    ),
    ...list(
      'obliges',
      oblige?.map(({ block }) => `\`${block}\``),
    ),
    ...list(
      'targets',
      targets?.map(({ label }) => label[lang]),
    ),
  ]
  return [`\`${id}\` - ${title[lang]}`, ...parts].join('. ')
}

function sourceWords({ id, number, title, from, to, lastChecked, note }: Source, lang: Language): string {
  const days = [
    `${WORDS.inForce[lang]} ${showDate(from, lang)}`,
    ...(to === undefined ? [] : [`${WORDS.until[lang]} ${showDate(to, lang)}`]),
    `${WORDS.checked[lang]} ${showDate(lastChecked, lang)}`,
  ].join(', ')
  const name = number === undefined ? title[lang] : `${number}, ${title[lang]}`
  return `${name} (\`${id}\`; ${days})${note ? `. ${note[lang]}` : ''}`
}
