import type { Language, Localized } from '../../base/localized.ts'
import type { Edition, Grade, Source } from '../../rules/registers.ts'
import { showDate, showNumber } from '../values.ts'
import type { Line } from './lines.ts'

const WORDS = {
  inForce: { vi: 'hiệu lực từ ngày', en: 'in force from' },
  ended: { vi: 'hết hiệu lực từ ngày', en: 'no longer in force from' },
  checked: { vi: 'kiểm tra lần cuối ngày', en: 'last checked on' },
  accepted: { vi: 'được chấp nhận từ ngày', en: 'accepted from' },
  awaitingGuidance: { vi: 'chờ hướng dẫn từ ngày', en: 'awaiting guidance from' },
  notAccepted: { vi: 'không được chấp nhận từ ngày', en: 'no longer accepted from' },
  notForFirst: { vi: 'không dùng cho công bố lần đầu từ ngày', en: 'not for a first declaration from' },
  atLeast: { vi: 'từ {n} điểm', en: 'from {n} points' },
  backed: { vi: 'tài liệu chứng minh từ {n}%', en: 'papers back {n}% or more' },
  read: {
    vi: 'tài liệu mà bộ thông số đòi hỏi đã đọc được',
    en: 'the papers that the profile demands were read',
  },
} as const satisfies Record<string, Localized>

function days(lang: Language, parts: readonly (readonly [keyof typeof WORDS, string | undefined])[]): string {
  return parts
    .flatMap(([word, day]) => (day === undefined ? [] : [`${WORDS[word][lang]} ${showDate(day, lang)}`]))
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
  const points = WORDS.atLeast[lang].replace('{n}', showNumber(atLeast, lang))
  const papers = WORDS.backed[lang].replace('{n}', showNumber(backed, lang))
  return { text: `${label[lang]}: ${[points, papers, ...(read ? [WORDS.read[lang]] : [])].join(', ')}` }
}
