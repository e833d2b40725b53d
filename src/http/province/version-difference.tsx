import type { Language } from '../../core/errors.ts'
import { historyPath, versionPath } from '../../core/paths.ts'
import { type Prescreen, RESULTS, resultOf } from '../../province/prescreen.ts'
import { resultLabel } from '../../render/province/prescreen-words.ts'
import { fill } from '../../render/renderer.ts'
import type { OfVersion } from '../../service/prescreen-versions.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { VERSION_WORDS as WORDS } from './words.ts'

/** The button by which a version is used from now on. */
export function UseForm({
  call,
  path,
  label,
  second,
}: {
  call: AuthorityPageCall
  path: string
  label: string
  second?: true
}) {
  return (
    <form method="post" action={`${path}/shown`}>
      <input type="hidden" name={TOKEN_FIELD} value={call.csrf} />
      <button type="submit" class={second && 'second'}>
        {label}
      </button>
    </form>
  )
}

/** Agencies whose dossier could not be judged again, and why. */
export function NotJudged({ document: { agencies }, lang }: { document: Prescreen; lang: Language }) {
  const notJudged = agencies.flatMap(({ code, notJudged: why }) => (why === undefined ? [] : [{ code, why }]))
  if (notJudged.length === 0) return null
  return (
    <details open>
      <summary>{fill(WORDS.notJudged[lang], { n: notJudged.length }, lang)}</summary>
      <ul>
        {notJudged.map(({ code, why }) => (
          <li>
            <a href={historyPath(code)}>{code}</a>: {why[lang]}
          </li>
        ))}
      </ul>
    </details>
  )
}

interface DifferenceProps {
  call: AuthorityPageCall
  of: OfVersion
  /** What is in use; absent: nothing is. */
  now: Prescreen | undefined
  next: Prescreen
}

/** What using a version would change, before it is used. */
export function Difference({ call, of, now, next }: DifferenceProps) {
  const { lang } = call
  const before = countsOf(now)
  const after = countsOf(next)
  const ids = RESULTS.filter((id) => (before.get(id) ?? 0) + (after.get(id) ?? 0) > 0)
  const changed = now === undefined ? [] : changedAgencies(now, next)
  const listedNext = new Set(next.agencies.flatMap(({ code, change }) => (change === 'left' ? [] : [code])))
  const dropped = (now?.agencies ?? []).filter(({ code, change }) => change !== 'left' && !listedNext.has(code)).length
  const lost = changed.filter(({ from, to }) => from !== 'none' && to === 'none').length
  return (
    <section aria-labelledby="difference">
      <h2 id="difference">{WORDS.difference[lang]}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{WORDS.came[lang]}</th>
            <th scope="col">{WORDS.now[lang]}</th>
            <th scope="col">{WORDS.next[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <tr>
              <th scope="row">{resultLabel(id, lang)}</th>
              <td class="n">{before.get(id) ?? 0}</td>
              <td class="n">{after.get(id) ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropped > 0 && <p class="note wait">{fill(WORDS.dropped[lang], { n: dropped }, lang)}</p>}
      {lost > 0 && <p class="note wait">{fill(WORDS.many[lang], { n: lost }, lang)}</p>}
      {changed.length === 0 && dropped === 0 ? (
        <p>{WORDS.nothing[lang]}</p>
      ) : (
        changed.length > 0 && (
          <details>
            <summary>{fill(WORDS.changed[lang], { n: changed.length }, lang)}</summary>
            <ul>
              {changed.slice(0, MOST_NAMED).map(({ agency, from, to }) => (
                <li>
                  {agency.name} ({agency.code}): {resultLabel(from, lang)} → {resultLabel(to, lang)}
                </li>
              ))}
              {changed.length > MOST_NAMED && <li>…</li>}
            </ul>
          </details>
        )
      )}
      <p>{WORDS.agree[lang]}</p>
      <UseForm call={call} path={versionPath(of.year, of.id)} label={WORDS.use[lang]} />
    </section>
  )
}

/** Agencies that are named; the table above counts all. */
const MOST_NAMED = 100

function countsOf(document: Prescreen | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const agency of document?.agencies ?? [])
    if (agency.change !== 'left') counts.set(resultOf(agency), (counts.get(resultOf(agency)) ?? 0) + 1)
  return counts
}

function changedAgencies(now: Prescreen, next: Prescreen) {
  const before = new Map(now.agencies.map((agency) => [agency.code, resultOf(agency)]))
  return next.agencies.flatMap((agency) => {
    const from = before.get(agency.code)
    const to = resultOf(agency)
    return from === undefined || from === to || agency.change === 'left' ? [] : [{ agency, from, to }]
  })
}
