import { constants, setPriority } from 'node:os'
import { parseArgs } from 'node:util'
import { judgingParts } from './judging.ts'
import { pageParts } from './pages.ts'
import { paperParts } from './papers.ts'
import { provinceParts } from './province.ts'
import { startParts } from './start.ts'
import { Table } from './table.ts'

const PARTS = [...judgingParts, ...paperParts, ...provinceParts, ...startParts, ...pageParts]

/**
 * `npm run bench -- [--only NAME]… [--quick]`: what the program takes, against what the same work takes without it. Each
 * line is a ratio of processor times whose two sides took turns in this run, with its goal; bare times mean nothing on
 * another machine. After `npm run build`.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
  })
  const { only, quick } = values
  const unknown = only?.filter((name) => PARTS.every((part) => part.name !== name)) ?? []
  if (unknown.length > 0) {
    process.stderr.write(`no part ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}\n`)
    return 2
  }
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const table = new Table()
  for (const { name, heading, measure } of PARTS) {
    if (only !== undefined && !only.includes(name)) continue
    table.heading(`${name}: ${heading}`)
    await measure(table, { quick })
  }
  table.end()
  return 0
}
