import type { Lettering, Letters } from './fodt.ts'

/** Letters of TCVN 5712:1993, third form, from their first code on; a space leaves a code out. */
const RUNS: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ'],
]
const CODES = new Map(
  RUNS.flatMap(([from, letters]) =>
    [...letters].flatMap((letter, at) => (letter === ' ' ? [] : [[letter, String.fromCharCode(from + at)] as const])),
  ),
)

/** Text of a TCVN3 font: a capital with a tone has no code of its own and is set in the font of capitals. */
export const TCVN3: Lettering = { font: '.VnTime', write }

function write(text: string): Letters[] {
  if (text === text.toUpperCase() && /\p{L}/u.test(text)) return [coded(text.toLowerCase(), true)]
  const stretches = text.split(CAPITALS)
  return stretches.map((stretch, at) => (at % 2 === 1 ? coded(stretch.toLowerCase(), true) : coded(stretch, false)))
}

/** Capitals that only the other font has, in stretches. */
const CAPITALS = new RegExp(
  `([${[...CODES.keys()]
    .map((letter) => letter.toUpperCase())
    .filter((letter) => !CODES.has(letter))
    .join('')}]+)`,
)

function coded(text: string, capitals: boolean): Letters {
  return { capitals, text: [...text].map((letter) => CODES.get(letter) ?? letter).join('') }
}
