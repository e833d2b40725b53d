import { pageData } from './shared/elements.ts'

/** Asked at first after a second, later more seldom: most bundles are judged within a few seconds. */
const PAUSES_MS = [1000, 1000, 2000, 3000, 5000]

const settings = pageData<{ state: string }>('waiting-settings')
let asked = 0
ask()

function ask(): void {
  const pause = PAUSES_MS[asked] ?? PAUSES_MS.at(-1)
  asked += 1
  setTimeout(async () => ((await isWaiting()) ? ask() : location.reload()), pause)
}

/** Without an answer, it is still waiting; the page itself tells of a session that ran out. */
async function isWaiting(): Promise<boolean> {
  const answer = await fetch(settings.state, { headers: { Accept: 'application/json' }, redirect: 'manual' }).catch(
    () => undefined,
  )
  if (answer === undefined || answer.status >= 500) return true
  if (!answer.ok) return false
  const { state, ...progress } = await answer.json()
  tell(progress)
  return state === 'waiting'
}

/** How far it is, where the page has a place for that. */
function tell({ done, total, text }: { done?: number; total?: number; text?: string }): void {
  const bar = document.querySelector<HTMLProgressElement>('#waiting-progress')
  if (bar && done !== undefined && total !== undefined) {
    bar.max = Math.max(total, 1)
    bar.value = done
  }
  const line = document.querySelector('#waiting-text')
  if (line && text !== undefined && line.textContent !== text) line.textContent = text
}
