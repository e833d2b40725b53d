/** Marks that VNI writes after a vowel, by the combining marks they stand for; capitals have their own. */
const MARKS: readonly (readonly [string, string, string])[] = [
  ['ù', 'Ù', '\u0301'],
  ['ø', 'Ø', '\u0300'],
  ['û', 'Û', '\u0309'],
  ['õ', 'Õ', '\u0303'],
  ['ï', 'Ï', '\u0323'],
  ['â', 'Â', '\u0302'],
  ['á', 'Á', '\u0302\u0301'],
  ['à', 'À', '\u0302\u0300'],
  ['å', 'Å', '\u0302\u0309'],
  ['ã', 'Ã', '\u0302\u0303'],
  ['ä', 'Ä', '\u0302\u0323'],
  ['ê', 'Ê', '\u0306'],
  ['é', 'É', '\u0306\u0301'],
  ['è', 'È', '\u0306\u0300'],
  ['ú', 'Ú', '\u0306\u0309'],
  ['ü', 'Ü', '\u0306\u0303'],
  ['ë', 'Ë', '\u0306\u0323'],
]
const COMBINING = new Map(MARKS.flatMap(([small, capital, mark]) => [[small, mark] as const, [capital, mark] as const]))

/** Letters of one code. */
const SINGLE: ReadonlyMap<string, string> = new Map(
  Array.from('ñÑôÔöÖíÍìÌæÆóÓòÒîÎ', (code, at) => [code, Array.from('đĐơƠưƯíÍìÌỉỈĩĨịỊỵỴ')[at] ?? code] as const),
)
const LETTER = /([aeoAEO])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|([uyôöUYÔÖ])([ùøûõïÙØÛÕÏ])|[ñÑôÔöÖíÍìÌæÆóÓòÒîÎ]/g

/** Text in VNI for Windows, its bytes read as Latin-1, as Unicode: a vowel and its mark are two characters there. */
export function fromVni(text: string): string {
  return text.replace(LETTER, (whole, wide?: string, wideMark?: string, narrow?: string, narrowMark?: string) => {
    const vowel = wide ?? narrow
    if (vowel === undefined) return SINGLE.get(whole) ?? whole
    const mark = COMBINING.get(wideMark ?? narrowMark ?? '') ?? ''
    return `${SINGLE.get(vowel) ?? vowel}${mark}`.normalize('NFC')
  })
}
