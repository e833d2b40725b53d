import type { Localized } from '../../../base/localized.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { ORDERS, orderOf, type Selection, withParts } from './selection.ts'

interface HeadProps {
  call: AuthorityPageCall
  selection: Selection
  id: string
  label: Localized
}

/** The head of a column; where one can sort by it, a link that does, and the other way round the second time. */
export function Head({ call: { lang, context }, selection, id, label }: HeadProps) {
  const first = ORDERS.find((order) => orderOf(order).by === id)
  if (first === undefined) return <th scope="col">{label[lang]}</th>
  const { by, down } = orderOf(selection.sort)
  const next = selection.sort === first ? flipped(first) : first
  const sorted = by === id ? (down ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={sorted}>
      <a href={withParts(context.req.path, selection, { sort: next })}>
        {label[lang]}
        {sorted && <span aria-hidden="true">{down ? ' ▼' : ' ▲'}</span>}
      </a>
    </th>
  )
}

const flipped = (sort: string) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)
