import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COLUMNS, readColumn } from '../../src/intake/register-headings.ts'
import { authority, readAuthority } from '../../src/province/authority.ts'
import { readPlanChanges } from '../../src/province/submissions.ts'

const page = readFileSync('docs/authority.md', 'utf8')
const [said = '', changes = '', ...more] = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block]) => block ?? '')

test('the page shows all that an authority can say of itself, as it is read', () => {
  const read = readAuthority('authority.md', Buffer.from(said))
  expect(Object.keys(read).sort()).toEqual(Object.keys(authority.shape).sort())
})

test('the page shows every kind of a change of the plan, as it is read', () => {
  const kinds = readPlanChanges('authority.md', changes).map(({ change }) => change)
  expect(kinds.sort()).toEqual(['add', 'drop', 'move'])
})

test('there is nothing else on it to be read', () => expect(more).toEqual([]))

test('the page tells every column of the register, under a heading that is read as it', () => {
  const told = [...page.matchAll(/^\| ([^|]+?) \| `(\w+)` \|/gm)].map(([, heading = '', name]) => [
    readColumn(heading),
    name,
  ])
  expect(told).toEqual(COLUMNS.map((column) => [column, column]))
})
