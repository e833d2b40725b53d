import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import { labelled, listedUnder, unbulleted } from './listed.ts'
import type { Outline } from './outline.ts'
import { hasFamilyName, mayBeOfName, peopleIn, personAtStart, personIn } from './person-name.ts'
import type { Row } from './rows.ts'
import { statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const TEAM = labelled(
  'Đoàn đánh giá|Thành phần đoàn đánh giá|Thành phần Đoàn đánh giá nội bộ|Đoàn đánh giá nội bộ|Thành phần đoàn|Tổ đánh giá|Tổ đánh giá nội bộ|Nhóm đánh giá|Chuyên gia đánh giá|Đoàn đánh giá gồm|Đoàn đánh giá gồm có|Thành phần Đoàn đánh giá gồm',
)
const ROLE = labelled(
  'Trưởng đoàn|Trưởng đoàn đánh giá|Thành viên|Thư ký|Thư ký đoàn|Các thành viên|Tổ trưởng|Trưởng nhóm|Phó Trưởng đoàn',
)

const CALLED = /(?<!\p{L})(?:[ÔôBb](?:ng|à)|[Đđ]ồng chí) (?=\p{Lu})/gu
/** Where another person, or the part of another, begins. */
const BETWEEN_PARTS = wording(
  '[;,] (?=(?:«Ông|Bà|Đồng chí»(?!\\p{L})|«Thành viên|Các thành viên|Thư ký|Phó Trưởng đoàn» ?:))',
)

/**
 * The audit team: the people listed under `Đoàn đánh giá`, or told by their part (`Trưởng đoàn: Ông …`). Where an entry
 * of the list is no name that can be told, none is read: half a team would be another team.
 */
export function auditTeam({ own, head }: Outline): readonly Found<string>[] {
  const lines = own.slice(head.length)
  const listed = listedUnder(lines, TEAM)
  const people = listed && listed.items.length > 0 ? listed.items.map(memberOf) : byPart(lines)
  return people.every((person) => person !== undefined) ? distinct(people) : []
}

function memberOf({ line, text, beside }: Row): Found<string> | undefined {
  const words = unbulleted(text).replace(ROLE, '')
  const name = line.cells.length > 1 ? nameInRow(line.cells, beside) : onlyOne(peopleIn(words))
  return name === undefined ? undefined : found(name, line, text)
}

/** Where a row runs over several lines, a name is sure only when none of the others could be a part of it. */
function nameInRow(cells: readonly string[], beside: readonly string[]): string | undefined {
  const name = onlyOne(cells.flatMap((cell) => personIn(cell) ?? []))
  if (name === undefined || beside.length === 0) return name
  return hasFamilyName(name) && !beside.some(mayBeOfName) ? name : undefined
}

function onlyOne(names: readonly string[]): string | undefined {
  return names.length === 1 ? names[0] : undefined
}

function byPart(lines: readonly Line[]): (Found<string> | undefined)[] {
  return statementsOf(lines).flatMap(({ text, line }) => {
    const part = ROLE.exec(text)
    const told = part ? text.slice(part[0].length) : ''
    if (told === '') return []
    const names = told.split(BETWEEN_PARTS).flatMap((words) => membersIn(words.replace(ROLE, '')))
    const called = told.match(CALLED)?.length ?? 0
    if (called > names.length) return [undefined]
    return names.map((name) => (name === undefined ? undefined : found(name, line, text)))
  })
}

/** The person that the words are about; or several where they are nothing but names. */
function membersIn(words: string): (string | undefined)[] {
  const people = peopleIn(words)
  if (people.length > 1) return words.split(/[,;] ?/u).map(personIn)
  return [personAtStart(words)]
}
