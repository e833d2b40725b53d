import { element, pageData } from './shared/elements.ts'

/** Pages take seconds each: asked often at first, then once in a while. */
const PAUSES_MS = [5_000, 5_000, 10_000, 20_000, 30_000]

const { done, open } = pageData<{ done: string; open: string }>('scans-settings')
const told = element('scans-told', HTMLSpanElement)
const link = element('scans-link', HTMLAnchorElement)
let asked = 0
ask()

function ask(): void {
  const pause = PAUSES_MS[asked] ?? PAUSES_MS.at(-1)
  asked += 1
  setTimeout(async () => tell(await waiting()), pause)
}

/**
 * Says how far it has come. When all is read, the new verdict is offered: whoever is reading keeps their place; a page that
 * nobody looks at is loaded anew.
 */
function tell(text: string | undefined): void {
  if (text === undefined) {
    if (document.hidden) location.reload()
    told.textContent = done
    link.textContent = open
    return
  }
  // Said aloud only where it says something new.
  if (text !== told.textContent && text !== '') told.textContent = text
  ask()
}

/** How far reading has come; undefined when nothing is to come any more. Without an answer, nothing new is known. */
async function waiting(): Promise<string | undefined> {
  const answer = await fetch(link.href, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(
    () => undefined,
  )
  if (answer === undefined || !answer.ok) return ''
  const { waiting: text }: { waiting: string | null } = await answer.json()
  return text ?? undefined
}
