import type { PlannedField } from '../../dossier/form-plan.ts'
import { say } from '../shared/say.ts'
import { textOf, valueFrom } from './field-value.ts'
import { make } from './make.ts'
import { at, type Members, put } from './value.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

let made = 0

/** A field of a row with its label and hint; what is written in it goes into the row at once. */
export function fieldView(field: PlannedField, row: Members, onChange: () => void): HTMLElement {
  made += 1
  const id = `field-${made}`
  const path = field.key.split('.')
  const words = { yes: say(WORDS.yes), no: say(WORDS.no), none: say(WORDS.noneWord) }
  const value = at(row, path)
  const input = control(
    field,
    typeof value === 'boolean' && field.kind === 'boolean' ? (value ? 'true' : 'false') : textOf(field, value, words),
  )
  input.id = id
  input.addEventListener('input', () => {
    put(row, path, valueFrom(field, input.value))
    onChange()
  })
  const required = field.required ? [' ', make('span', { className: 'muted small' }, [`(${say(WORDS.required)})`])] : []
  const told = field.hint === '' && input instanceof HTMLTextAreaElement ? say(WORDS.lines) : field.hint
  const hint = make('p', { className: 'muted small', id: `${id}-hint` }, [told])
  if (told !== '') input.setAttribute('aria-describedby', hint.id)
  return make('div', { className: 'field' }, [
    make('label', { htmlFor: id }, [field.label, ...required]),
    input,
    ...(told === '' ? [] : [hint]),
  ])
}

function control(field: PlannedField, text: string): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const yesNo = [
    { value: 'true', label: say(WORDS.yes) },
    { value: 'false', label: say(WORDS.no) },
  ]
  const choices = field.kind === 'boolean' ? yesNo : field.choices
  if (choices !== undefined) {
    const options = [{ value: '', label: say(WORDS.choose) }, ...choices]
    const select = make(
      'select',
      {},
      options.map(({ value, label }) => make('option', { value }, [label])),
    )
    select.value = text
    return select
  }
  if (field.kind === 'list' || field.kind === 'yesOrList') return make('textarea', { value: text, rows: 3 })
  const isDay = field.kind === 'date' && (text === '' || /^\d{4}-\d\d-\d\d$/.test(text))
  return make('input', { type: isDay ? 'date' : 'text', value: text, autocomplete: 'off' })
}
