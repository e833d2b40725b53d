import type { Line } from '../../report/rules/lines.ts'

/** A line of a rule as it is written for reading: `**strong**` and code between backticks. */
export function Rich({ text }: { text: string }) {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .map((part) =>
      part.startsWith('**') ? (
        <strong>{part.slice(2, -2)}</strong>
      ) : part.startsWith('`') ? (
        <code>{part.slice(1, -1)}</code>
      ) : (
        part
      ),
    )
}

/** Lines with what stands under them. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ text, inside = [] }) => (
        <li>
          <Rich text={text} />
          {inside.length > 0 && <Lines lines={inside} />}
        </li>
      ))}
    </ul>
  )
}
