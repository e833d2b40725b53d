import { ruleBookPath } from '../../core/paths.ts'
import type { PlannedField, PlannedSection } from '../../dossier/form-plan.ts'
import { make, say } from '../shared/elements.ts'
import { at, isMembers, type Members, put, type Value } from './field-value.ts'
import { fieldView, rowsView } from './field-view.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

type State = 'some' | 'none' | 'unsaid'

/** One section of the form: its state, its fields or rows, and in its heading what is missing still. */
export function sectionView(section: PlannedSection, root: Members, onChange: () => void): HTMLElement {
  const told = make('span', { className: 'told small' })
  const body = make('div')
  const tell = () => {
    told.textContent = tellCompleteness(section, root)
    const found = completenessOf(section, root)
    view.dataset.state = found.state === 'some' && found.lacking.length > 0 ? 'lacking' : found.state
  }
  const changed = () => {
    tell()
    onChange()
  }
  const redraw = () => {
    drawBody()
    changed()
  }
  const view = make('details', { className: 'part' }, [
    make('summary', {}, [make('strong', {}, [section.title]), ' ', told]),
    make('p', { className: 'muted' }, [section.note]),
    ...rulesView(section),
    ...(section.always ? [] : [stateView(section, root, redraw)]),
    body,
  ])
  const drawBody = () =>
    body.replaceChildren(...(stateOf(section, root) === 'some' ? contentOf(section, root, changed) : []))
  drawBody()
  tell()
  return view
}

function contentOf(section: PlannedSection, root: Members, onChange: () => void): HTMLElement[] {
  if (section.shape === 'form') {
    const stated = section.at.length === 0 ? root : at(root, section.at)
    const object: Members = isMembers(stated) ? stated : {}
    const changed = () => {
      if (section.at.length > 0) put(root, section.at, object)
      onChange()
    }
    return [
      make(
        'div',
        { className: 'fields' },
        section.fields.map((field) => fieldView(field, object, changed)),
      ),
    ]
  }
  const stated = at(root, section.at)
  const rows = Array.isArray(stated) ? stated.filter(isMembers) : []
  const changed = () => {
    put(root, section.at, rows)
    onChange()
  }
  return [rowsView(section, rows, changed)]
}

function stateView(section: PlannedSection, root: Members, onChange: () => void): HTMLElement {
  const states: State[] = section.shape === 'table' ? ['unsaid', 'some', 'none'] : ['unsaid', 'some']
  const select = make(
    'select',
    {},
    states.map((value) => make('option', { value }, [say(WORDS[value])])),
  )
  select.value = stateOf(section, root)
  select.addEventListener('change', () => {
    const value = { unsaid: undefined, none: [], some: section.shape === 'table' ? [{}] : {} }[select.value as State]
    put(root, section.at, value)
    onChange()
  })
  return make('div', { className: 'field' }, [make('label', {}, [say(WORDS.state), select])])
}

function stateOf(section: PlannedSection, root: Members): State {
  if (section.always) return 'some'
  const stated = at(root, section.at)
  if (Array.isArray(stated)) return stated.length === 0 ? 'none' : 'some'
  return stated === undefined ? 'unsaid' : 'some'
}

/** Which points are judged by what stands here. */
function rulesView({ rules }: PlannedSection): HTMLElement[] {
  if (rules.length === 0) return []
  const links = rules.map(({ id, title, isEssential }) =>
    make('li', {}, [
      make('a', { href: ruleBookPath(id), target: '_blank', rel: 'noopener' }, [title]),
      ...(isEssential ? [` (${say(WORDS.essential)})`] : []),
    ]),
  )
  const summary = make('summary', { className: 'small' }, [say(WORDS.rulesHere, { n: rules.length })])
  return [make('details', { className: 'rules' }, [summary, make('ul', { className: 'small' }, links)])]
}

function unsaidText({ rules }: PlannedSection): string {
  const n = rules.length
  const essential = rules.filter(({ isEssential }) => isEssential).length
  if (n === 0) return say(WORDS.unsaid)
  return essential === 0 ? say(WORDS.unsaidRules, { n }) : say(WORDS.unsaidEssential, { n, essential })
}

function tellCompleteness(section: PlannedSection, root: Members): string {
  const found = completenessOf(section, root)
  if (found.state === 'unsaid') return unsaidText(section)
  if (found.state === 'none') return say(WORDS.none)
  const { lacking, rows, open } = found
  return [
    section.shape === 'table' ? say(WORDS.rows, { n: rows }) : '',
    lacking.length > 0 ? say(WORDS.lacking, { fields: lacking.join(', ') }) : say(WORDS.complete),
    open > 0 ? say(WORDS.open, { n: open }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** How far a section is filled in. */
type Completeness =
  /** Nothing is said: the judgement will find evidence missing. */
  | { state: 'unsaid' }
  /** It is said that there is none. */
  | { state: 'none' }
  | { state: 'some'; rows: number; lacking: string[]; open: number }

/** What a section says, which of its required fields are empty, and how many of the others. */
function completenessOf(section: PlannedSection, root: Members): Completeness {
  const value = section.at.length === 0 ? root : at(root, section.at)
  if (Array.isArray(value) && value.length === 0) return { state: section.always ? 'unsaid' : 'none' }
  const objects = (Array.isArray(value) ? value : [value]).filter(isMembers)
  if (value === undefined || objects.length === 0) return { state: 'unsaid' }
  const lacking = objects.flatMap((object) => section.fields.filter((field) => isLacking(field, object)))
  const open = objects.flatMap((object) => section.fields.filter((field) => isOpen(field, object)))
  return {
    state: 'some',
    rows: objects.length,
    lacking: [...new Set(lacking.map(({ label }) => label))],
    open: open.length,
  }
}

const valueIn = ({ key }: PlannedField, object: Value) => at(object, key.split('.'))
/** Required inside a part that was begun counts like any other. */
const isLacking = (field: PlannedField, object: Members) => field.required && valueIn(field, object) === undefined
const isOpen = (field: PlannedField, object: Members) => !field.required && valueIn(field, object) === undefined
