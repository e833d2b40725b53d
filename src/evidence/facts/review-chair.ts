import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import { unbulleted } from './listed.ts'
import { NUMBERED } from './numbered.ts'
import type { Outline } from './outline.ts'
import { peopleIn } from './person-name.ts'
import { signaturesOf } from './signatures-of.ts'
import { type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const LABEL = wording(
  `${NUMBERED}«Chủ trì|Chủ tọa|Người chủ trì|Chủ trì cuộc họp|Chủ trì phiên họp|Chủ trì họp|Chủ tọa cuộc họp|Đồng chủ trì|Chủ tọa phiên họp|Chủ trì hội nghị» ?: ?`,
)
const TOLD = wording('(?:«do»|«dưới sự chủ trì của») (?=«ông|bà|đồng chí»)(.+?)(?: «chủ trì»|$)')
const SIGNED = wording('^‹CHỦ TRÌ|CHỦ TỌA|NGƯỜI CHỦ TRÌ›')

/** Two who chair together: neither alone is the chair. */
const BOTH = wording('«và|cùng» «ông|bà|đồng chí»(?!\\p{L})')

/** Who chaired a management review, by name: after `Chủ trì:`, in `do ông … chủ trì`, and where the chair signed. */
export function reviewChair({ own, head }: Outline): readonly Found<string>[] {
  const lines = own.slice(head.length)
  const statements = statementsOf(lines)
  const told = statements.flatMap((statement, index) => named(statement, statements[index + 1]))
  const signed = signaturesOf(lines).flatMap(({ above, name, line }) =>
    SIGNED.test(above[0] ?? '') && name !== undefined ? [found(name, line, ...above, name)] : [],
  )
  return sameName([...told, ...signed])
}

function named({ text, line }: Statement, next: Statement | undefined): Found<string>[] {
  const label = LABEL.exec(text)
  const words = label ? text.slice(label[0].length) : TOLD.exec(text)?.[1]
  if (words === undefined || BOTH.test(words)) return []
  const below = words === '' && next
  const [name, other] = peopleIn(below ? unbulleted(next.text) : words)
  return name === undefined || other !== undefined
    ? []
    : [below ? found(name, next.line, next.text) : found(name, line, text)]
}

/** Below a signature a name may stand in capitals: the same person. */
function sameName(names: readonly Found<string>[]): readonly Found<string>[] {
  const upper = new Set<string>()
  return distinct(names).filter(({ value }) => {
    const known = upper.has(value.toUpperCase())
    upper.add(value.toUpperCase())
    return !known
  })
}
