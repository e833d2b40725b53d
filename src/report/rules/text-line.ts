import type { Localized } from '../../base/localized.ts'
import { vocabulary } from '../../facts/vocabulary.ts'
import { ITEM } from '../../rules/context.ts'
import type { ReadingRule } from '../../rules/readings.ts'
import type { CorroborateSource } from '../../rules/rule-source.ts'
import type { Line } from './lines.ts'
import { label, type Speech } from './speech.ts'

const DIFFERS: Record<ReadingRule['differs'], Localized> = {
  contradicts: { vi: 'khác nhau thì chưa đạt', en: 'a difference fails' },
  ambiguous: { vi: 'khác nhau thì cần người xem xét', en: 'a difference is for a person to review' },
  notFound: { vi: 'khác nhau thì không kết luận', en: 'nothing follows from a difference' },
}

/** What is declared, what must agree with it in a document, and what follows from a difference. */
export function textLine({ declared, read }: CorroborateSource[number], speech: Speech): Line {
  const { lang, list } = speech
  const rule = read.startsWith(ITEM)
    ? vocabulary.lists[list ?? '']?.readings?.[read.slice(ITEM.length)]
    : vocabulary.readings[read]
  const differs = rule ? `; ${DIFFERS[rule.differs][lang]}` : ''
  return { text: `${label(declared, speech)} ↔ ${rule?.label[lang] ?? read}${differs}` }
}
