import { button, make, say, show } from '../shared/elements.ts'
import { paperMeant, papersNamed } from './papers.ts'
import { BUILDER_WORDS as WORDS } from './words.ts'

/** The papers at hand. */
interface PapersAtHand {
  paths(): string[]
  /** Takes papers in that were dropped. @returns the place of the first one */
  take(items: Iterable<DataTransferItem>): Promise<string | undefined>
}

/** Names that are offered at once. */
const OFFERED = 8

/**
 * Makes of a box for a file's name one that picks from the papers at hand: by a part of the name, with accents or without;
 * a near name is asked about, and a file dropped on it is taken in.
 * @param write puts a name into the box and the draft
 */
export function paperPicker(input: HTMLInputElement, papers: PapersAtHand, write: (path: string) => void): HTMLElement {
  const list = make('ul', { className: 'offered', id: `${input.id}-papers` })
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', say(WORDS.papersOffered))
  const meant = make('p', { className: 'small meant' })
  meant.setAttribute('role', 'status')
  const view = make('div', { className: 'paper' }, [list, meant])
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ] as const)
    input.setAttribute(name, value)
  let chosen = -1
  const take = (path: string) => {
    write(path)
    close()
    ask()
  }
  const close = () => {
    chosen = -1
    list.replaceChildren()
    show(list, false)
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }
  const offer = () => {
    const names = papersNamed(papers.paths(), input.value, OFFERED)
    if (names.length === 0 || (names.length === 1 && names[0] === input.value)) return close()
    chosen = -1
    list.replaceChildren(
      ...names.map((path, index) => {
        const option = make('li', { id: `${list.id}-${index}` }, [path])
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        // Before the box loses the cursor, which closes the list.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(path)
        })
        return option
      }),
    )
    show(list, true)
    input.setAttribute('aria-expanded', 'true')
  }
  const move = (by: 1 | -1) => {
    const options = [...list.children]
    if (options.length === 0) return offer()
    options[chosen]?.setAttribute('aria-selected', 'false')
    chosen = (chosen + by + options.length) % options.length
    options[chosen]?.setAttribute('aria-selected', 'true')
    input.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
  }
  /** Asks about a name that no paper has. */
  const ask = () => {
    const there = papers.paths()
    const near = there.length === 0 ? undefined : paperMeant(there, input.value)
    const isLacking = there.length > 0 && input.value !== '' && !there.includes(input.value)
    const use = near === undefined ? [] : [' ', button(say(WORDS.paperUse, { name: near }), 'quiet', () => take(near))]
    meant.replaceChildren(...(isLacking ? [say(near ? WORDS.paperNear : WORDS.paperLacking), ...use] : []))
  }
  input.addEventListener('focus', offer)
  input.addEventListener('input', () => {
    offer()
    meant.replaceChildren()
  })
  input.addEventListener('blur', () => {
    close()
    ask()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      take(list.children[chosen]?.textContent ?? '')
    } else if (event.key === 'Escape') close()
  })
  input.addEventListener('dragover', (event) => event.preventDefault())
  input.addEventListener('drop', (event) => {
    event.preventDefault()
    event.stopPropagation()
    void papers.take(event.dataTransfer?.items ?? []).then((path) => {
      if (path !== undefined) take(path)
    })
  })
  close()
  ask()
  return view
}
