import type { VisitHead, VisitItem, VisitItemId, VisitPaper, VisitPoint } from '../../dossier/visit.ts'
import { button, make, say } from '../shared/elements.ts'
import { withChosen } from './draft.ts'
import { VISIT_WORDS as WORDS } from './words.ts'

/** A choice as the page tells it, in its language. */
interface Choice {
  id: string
  label: string
}

/** A finding of the software under an item. */
interface ShownFinding {
  rule: string
  title: string
  outcome: string
  label: string
  said: string
  /** As the minutes would say it. */
  minutes: string
  quotes: { place: string; quote: string }[]
  href: string
  decidable: Choice[]
}

/** An item of the sheet as the page tells it. */
export interface ShownItem {
  id: VisitItemId
  clause: string
  title: string
  question: string
  findings: ShownFinding[]
}

/** What the page tells its script. */
export interface VisitSettings {
  csrf: string
  agency: string
  path: string
  isClosed: boolean
  limits: { people: number; papersOfItem: number; paperBytes: number }
  verdicts: Choice[]
  grounds: Choice[]
  seen: Choice[]
  items: ShownItem[]
  /** Address of the script that opens the sheet without a line. */
  worker: string
}

/** By what the view changes the sheet. */
export interface Editing {
  settings: VisitSettings
  item(id: VisitItemId): VisitItem
  head(): VisitHead
  /** @param typing the box being typed in: what is typed there in one go is one step; else the part is drawn anew */
  change(id: VisitItemId, next: (item: VisitItem) => VisitItem, typing?: string): void
  changeHead(next: (head: VisitHead) => VisitHead, typing?: string): void
  settle(): void
  /** Hashes of papers that wait on the device. */
  waits(hash: string): boolean
  addPaper(id: VisitItemId, file: File, place: HTMLElement): Promise<void>
}

interface BoxOptions {
  id: string
  label: string
  value: string
  rows?: number
  type?: 'date' | 'text'
  isClosed: boolean
  onInput: (value: string) => void
  onSettled: () => void
}

/** A box with its label. */
export function box({ id, label, value, rows, type = 'text', isClosed, onInput, onSettled }: BoxOptions): HTMLElement {
  const input =
    rows === undefined
      ? make('input', { id, type, value, maxLength: 500, disabled: isClosed })
      : make('textarea', { id, rows, value, maxLength: 4000, disabled: isClosed })
  input.addEventListener('input', () => onInput(input.value))
  input.addEventListener('change', onSettled)
  return make('div', { className: 'field' }, [make('label', { htmlFor: id }, [label]), input])
}

interface SelectOptions {
  id: string
  label: string
  /** What stands for nothing chosen. */
  none: string
  choices: readonly Choice[]
  value: string | undefined
  isClosed: boolean
  onChoose: (value: string | undefined) => void
}

export function select({ id, label, none, choices, value, isClosed, onChoose }: SelectOptions): HTMLElement {
  const options = [{ id: '', label: none }, ...choices].map((one) =>
    make('option', { value: one.id, selected: one.id === (value ?? '') }, [one.label]),
  )
  const chosen = make('select', { id, disabled: isClosed }, options)
  chosen.addEventListener('change', () => onChoose(chosen.value === '' ? undefined : chosen.value))
  return make('div', { className: 'field' }, [make('label', { htmlFor: id }, [label]), chosen])
}

function check(id: string, label: string, checked: boolean, isClosed: boolean, onCheck: (on: boolean) => void) {
  const input = make('input', { id, type: 'checkbox', checked, disabled: isClosed })
  input.addEventListener('change', () => onCheck(input.checked))
  return make('label', { className: 'choice', htmlFor: id }, [input, ` ${label}`])
}

/** One item: what the dossier shows in a column of its own, and what the inspector writes. */
export function itemView(shown: ShownItem, editing: Editing): HTMLDetailsElement {
  const item = editing.item(shown.id)
  const verdict = editing.settings.verdicts.find(({ id }) => id === item.verdict)
  const open = shown.findings.filter(({ outcome }) => outcome !== 'pass').length
  const summary = make('summary', {}, [
    make('strong', {}, [shown.title]),
    make('span', { className: 'muted small' }, [` ${shown.clause} `]),
    ...(verdict ? [make('span', { className: `status ${verdict.id}` }, [verdict.label])] : []),
    ...(!verdict && open > 0 ? [make('span', { className: 'muted small' }, [`(${open})`])] : []),
    ...((item.others ?? []).length > 0 ? [make('span', { className: 'wrong' }, [' ≠'])] : []),
  ])
  return make('details', { className: 'part visit-item', id: `item-${shown.id}` }, [
    summary,
    make('p', {}, [shown.question]),
    ...othersView(shown, item, editing),
    make('div', { className: 'visit-columns' }, [
      make('section', { className: 'visit-dossier' }, [
        make('h2', { className: 'visit-part' }, [say(WORDS.dossier)]),
        ...(shown.findings.length === 0
          ? [make('p', { className: 'muted' }, [say(WORDS.nothing)])]
          : shown.findings.map((finding) => findingView(shown, finding, editing))),
      ]),
      make('section', {}, [
        make('h2', { className: 'visit-part' }, [say(WORDS.inspector)]),
        ...ownView(shown, item, editing),
      ]),
    ]),
  ])
}

/** What the inspector writes. */
function ownView({ id }: ShownItem, item: VisitItem, editing: Editing): HTMLElement[] {
  const { verdicts, grounds, isClosed } = editing.settings
  const of = (name: string) => `${id}-${name}`
  const text = (name: 'found' | 'remark', label: string, rows: number) =>
    box({
      id: of(name),
      label,
      value: item[name] ?? '',
      rows,
      isClosed,
      onInput: (value) => editing.change(id, (now) => ({ ...now, [name]: value }), of(name)),
      onSettled: editing.settle,
    })
  const chosen = item.grounds ?? []
  return [
    text('found', say(WORDS.found), 4),
    select({
      id: of('verdict'),
      label: say(WORDS.verdict),
      none: say(WORDS.noVerdict),
      choices: verdicts,
      value: item.verdict,
      isClosed,
      onChoose: (value) => editing.change(id, (now) => without({ ...now, verdict: value as VisitItem['verdict'] })),
    }),
    make('fieldset', { className: 'choices' }, [
      make('legend', {}, [say(WORDS.grounds)]),
      ...grounds.map((ground) =>
        check(
          of(ground.id),
          ground.label,
          chosen.some((one) => one === ground.id),
          isClosed,
          (on) =>
            editing.change(id, (now) => {
              const others = (now.grounds ?? []).filter((one) => one !== ground.id)
              const own = ground.id as NonNullable<VisitItem['grounds']>[number]
              return { ...now, grounds: on ? [...others, own] : others }
            }),
        ),
      ),
    ]),
    text('remark', say(WORDS.remark), 2),
    papersView(id, item, editing),
  ]
}

/** Without members that say nothing. */
export function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}

function papersView(id: VisitItemId, { papers = [] }: VisitItem, editing: Editing): HTMLElement {
  const { path, isClosed } = editing.settings
  const place = make('div', { className: 'visit-papers' })
  const input = make('input', {
    id: `${id}-file`,
    type: 'file',
    accept: 'image/jpeg,image/png,application/pdf',
    disabled: isClosed,
  })
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    input.value = ''
    if (file) void editing.addPaper(id, file, place)
  })
  const row = (paper: VisitPaper) => {
    const waits = editing.waits(paper.sha256)
    const marks = [...(paper.masked ? [say(WORDS.masked)] : []), ...(waits ? [say(WORDS.waits)] : [])]
    const label = waits
      ? paper.name
      : make('a', { href: `${path}/files/${paper.sha256}` }, [say(WORDS.view, { name: paper.name })])
    const remove = button(say(WORDS.removePaper, { name: paper.name }), 'quiet', () =>
      editing.change(id, (now) => ({
        ...now,
        papers: (now.papers ?? []).filter(({ sha256 }) => sha256 !== paper.sha256),
      })),
    )
    return make('li', {}, [label, marks.length > 0 ? ` (${marks.join(', ')}) ` : ' ', ...(isClosed ? [] : [remove])])
  }
  place.append(
    make('div', { className: 'field' }, [make('label', { htmlFor: `${id}-file` }, [say(WORDS.addPaper)]), input]),
    make('ul', {}, papers.map(row)),
  )
  return place
}

/** One finding: what it says, and what the inspector makes of it. */
function findingView({ id }: ShownItem, finding: ShownFinding, editing: Editing): HTMLElement {
  const { isClosed, seen } = editing.settings
  const { rule } = finding
  const point = editing.item(id).points?.[rule] ?? {}
  const of = (name: string) => `${id}-${rule}-${name}`
  const put = (next: (now: VisitPoint) => VisitPoint, typing?: string) =>
    editing.change(
      id,
      (item) => ({ ...item, points: { ...item.points, [rule]: without(next(item.points?.[rule] ?? {})) } }),
      typing,
    )
  const text = (name: 'confirmed' | 'reason' | 'number', label: string, rows?: number) =>
    box({
      id: of(name),
      label,
      value: point[name] ?? '',
      ...(rows !== undefined && { rows }),
      isClosed,
      onInput: (value) => put((now) => ({ ...now, [name]: value }), of(name)),
      onSettled: editing.settle,
    })
  return make('article', { className: `visit-finding ${finding.outcome}` }, [
    make('p', {}, [
      make('strong', {}, [finding.title]),
      ' ',
      make('span', { className: 'muted' }, [`[${finding.label}]`]),
    ]),
    make('p', {}, [finding.said]),
    ...finding.quotes.map(({ place, quote }) =>
      make('p', { className: 'small muted' }, [place, ...(quote === '' ? [] : [': “', quote, '”'])]),
    ),
    make('p', {}, [
      make('a', { href: finding.href }, [
        say(WORDS.open),
        make('span', { className: 'hidden' }, [`: ${finding.title}`]),
      ]),
    ]),
    check(of('confirm'), say(WORDS.confirm), point.confirmed !== undefined, isClosed, (on) =>
      put((now) => ({ ...now, confirmed: on ? finding.minutes : undefined }) as VisitPoint),
    ),
    ...(point.confirmed === undefined ? [] : [text('confirmed', say(WORDS.minutesText), 3)]),
    ...(finding.decidable.length === 0
      ? []
      : [
          select({
            id: of('outcome'),
            label: say(WORDS.decide),
            none: say(WORDS.undecided),
            choices: finding.decidable,
            value: point.outcome,
            isClosed,
            onChoose: (value) => put((now) => ({ ...now, outcome: value }) as VisitPoint),
          }),
          ...(point.outcome === undefined ? [] : [text('reason', say(WORDS.reason), 2)]),
        ]),
    select({
      id: of('seen'),
      label: say(WORDS.seen),
      none: say(WORDS.notSeen),
      choices: seen,
      value: point.seen,
      isClosed,
      onChoose: (value) => put((now) => ({ ...now, seen: value }) as VisitPoint),
    }),
    ...(point.seen === undefined ? [] : [text('number', say(WORDS.number))]),
  ])
}

/** What colleagues wrote of the same item otherwise: both stand until one is chosen. */
function othersView({ id }: ShownItem, { others = [] }: VisitItem, editing: Editing): HTMLElement[] {
  const { verdicts, grounds, isClosed } = editing.settings
  const label = (choices: readonly Choice[], wanted: string) => choices.find((one) => one.id === wanted)?.label ?? ''
  return others.map(({ by, entry }, at) => {
    const { verdict, found, remark, grounds: own = [] } = entry
    const told = [
      ...(verdict ? [label(verdicts, verdict)] : []),
      found,
      remark,
      own.map((one) => label(grounds, one)).join(', '),
    ].filter((one) => one)
    const choose = (words: keyof typeof WORDS, how: 'theirs' | 'both' | 'mine') =>
      button(say(WORDS[words]), 'second', () => editing.change(id, (now) => withChosen(now, at, how)))
    return make('div', { className: 'note wait' }, [
      make('p', {}, [
        make('strong', {}, [say(WORDS.other, { by: by || say(WORDS.colleague) })]),
        ` ${told.join('. ')}`,
      ]),
      ...(isClosed
        ? []
        : [
            make('p', { className: 'ways' }, [
              choose('useTheirs', 'theirs'),
              choose('useBoth', 'both'),
              choose('useMine', 'mine'),
            ]),
          ]),
    ])
  })
}
