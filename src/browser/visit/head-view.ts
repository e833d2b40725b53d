import type { VisitHead } from '../../dossier/visit.ts'
import { button, make, say } from '../shared/elements.ts'
import { box, type Editing, select, without } from './view.ts'
import { VISIT_WORDS as WORDS } from './words.ts'

/** What is said of the visit as a whole. */
export function headView(editing: Editing): HTMLDetailsElement {
  const { isClosed } = editing.settings
  const head = editing.head()
  const text = (
    name:
      | 'decisionNumber'
      | 'place'
      | 'programme'
      | 'proposals'
      | 'opinion'
      | 'decisionOn'
      | 'from'
      | 'to'
      | 'reportBy',
    how: { rows?: number; type?: 'date' } = {},
  ) =>
    box({
      id: `head-${name}`,
      label: say(WORDS[name]),
      value: head[name] ?? '',
      ...how,
      isClosed,
      onInput: (value) => editing.changeHead((now) => ({ ...now, [name]: value }), `head-${name}`),
      onSettled: editing.settle,
    })
  return make('details', { className: 'part visit-item', id: 'item-head' }, [
    make('summary', {}, [make('strong', {}, [say(WORDS.head)])]),
    make('div', { className: 'visit-fields' }, [
      text('decisionNumber'),
      text('decisionOn', { type: 'date' }),
      text('from', { type: 'date' }),
      text('to', { type: 'date' }),
      text('place'),
      text('reportBy', { type: 'date' }),
    ]),
    peopleView('team', editing),
    peopleView('hosts', editing),
    text('programme', { rows: 4 }),
    text('proposals', { rows: 3 }),
    text('opinion', { rows: 3 }),
  ])
}

type Person = NonNullable<VisitHead['team']>[number]

function peopleView(list: 'team' | 'hosts', editing: Editing): HTMLElement {
  const { isClosed, limits } = editing.settings
  const people: readonly Person[] = editing.head()[list] ?? []
  const put = (next: (now: readonly Person[]) => Person[], typing?: string) =>
    editing.changeHead((now) => ({ ...now, [list]: next(now[list] ?? []) }), typing)
  const set = (at: number, part: Partial<Person>, typing?: string) =>
    put((now) => now.map((one, index) => (index === at ? without({ ...one, ...part }) : one)), typing)
  const row = (person: Person, at: number) => {
    const id = `${list}-${at}`
    const text = (name: 'name' | 'title', label: string) =>
      box({
        id: `${id}-${name}`,
        label,
        value: person[name] ?? '',
        isClosed,
        onInput: (value) => set(at, { [name]: value }, `${id}-${name}`),
        onSettled: editing.settle,
      })
    return make('li', { className: 'visit-fields' }, [
      text('name', say(WORDS.name)),
      text('title', say(WORDS.personTitle)),
      ...(list === 'hosts'
        ? []
        : [
            select({
              id: `${id}-role`,
              label: say(WORDS.role),
              none: say(WORDS['role.member']),
              choices: (['head', 'secretary'] as const).map((role) => ({
                id: role,
                label: say(WORDS[`role.${role}`]),
              })),
              value: person.role,
              isClosed,
              onChoose: (value) => set(at, { role: value as Person['role'] } as Partial<Person>),
            }),
          ]),
      ...(isClosed
        ? []
        : [
            button(say(WORDS.removePerson, { name: person.name || String(at + 1) }), 'quiet', () =>
              put((now) => now.filter((_, index) => index !== at)),
            ),
          ]),
    ])
  }
  return make('fieldset', {}, [
    make('legend', {}, [say(WORDS[list])]),
    make('ol', { className: 'visit-people' }, people.map(row)),
    ...(isClosed || people.length >= limits.people
      ? []
      : [button(say(WORDS.addPerson), 'second', () => put((now) => [...now, { name: '' }]))]),
  ])
}
