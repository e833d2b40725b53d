import { nearest } from '../../../base/nearest.ts'
import { foldWords } from '../../catalogue/fold-words.ts'
import type { Form } from './layout/form.ts'
import { labelOf } from './layout/labels.ts'
import type { ValueReading } from './read-value.ts'
import { wanted } from './wanted.ts'

/** The value a text of a fixed list stands for: its label, the value itself, or a label that only its marks tell from it. */
export function readChoice(text: string, form: Extract<Form, { kind: 'choice' }>): ValueReading {
  const low = text.toLowerCase()
  const exact = form.values.find((value) => value.toLowerCase() === low || labelOf(value).toLowerCase() === low)
  if (exact !== undefined) return { value: exact }
  const alike = form.values.filter((value) => foldWords(labelOf(value)) === foldWords(text))
  if (alike.length === 1) return { value: alike[0] }
  const { vi, en } = wanted(form)
  const near = nearest(text, form.values.map(labelOf))
  return {
    wrong:
      near === undefined
        ? { vi: `không có trong danh sách. ${vi}`, en: `this is not in the list. ${en}` }
        : {
            vi: `không có trong danh sách. Có phải là '${near}'? ${vi}`,
            en: `this is not in the list. Did you mean '${near}'? ${en}`,
          },
  }
}
