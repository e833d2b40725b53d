/**
 * TCVN 5712:1993, third table (VN3, "ABC"): what the fonts `.Vn…` show for a byte. Only these seven capitals have
 * codes of their own; a font whose name ends in H shows small letters as capitals.
 */
const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    [
      [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
      [0xb5, 'àảãáạ'],
      [0xbb, 'ằẳẵắ'],
      [0xc6, 'ặầẩẫấậè'],
      [0xce, 'ẻẽéẹềểễếệìỉ'],
      [0xdc, 'ĩíịò'],
      [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
      [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
    ] as const
  ).flatMap(([first, letters]) =>
    Array.from(letters.normalize('NFC'), (letter, at) => [String.fromCharCode(first + at), letter] as const),
  ),
)

/** Text in TCVN3, its bytes read as Latin-1, as Unicode. What the table does not have stays. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => LETTERS.get(letter) ?? letter)
}
