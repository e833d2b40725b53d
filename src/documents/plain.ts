import { decodeText } from '../intake/csv.ts'
import { SheetUnreadable } from '../intake/sheet.ts'
import { type DocumentText, overBounds, plainLines, unreadable } from './document-text.ts'
import { inUnicode } from './legacy.ts'
import { isRtf, readRtf } from './rtf.ts'
import type { DocumentBounds } from './settings.ts'

/**
 * The text of a plain text file, or of one that is Rich Text or a page of HTML whatever its name: by its byte order mark, as UTF-8, as TCVN3 or VNI where its words are such, or as
 * windows-1258.
 */
export function readPlain(bytes: Uint8Array, { characters }: Pick<DocumentBounds, 'characters'>): DocumentText {
  if (isRtf(bytes)) return readRtf(bytes, { characters })
  if (isHtml(bytes)) return readHtml(bytes, { characters })
  if (bytes.length > characters) return overBounds('text', 'size')
  try {
    const { text, windows1258 } = decodeText(bytes)
    const legacy = windows1258 ? textOf(decodeText(fromLatin1(bytes)).text) : undefined
    return legacy?.flags.includes('converted') ? legacy : textOf(text)
  } catch (error) {
    if (error instanceof SheetUnreadable) return unreadable('text', 'damaged')
    throw error
  }
}

function textOf(text: string): DocumentText {
  return inUnicode('text', [{ lines: plainLines(text) }])
}

/** Bytes that are no Unicode, one character each: so the letters of TCVN3 and VNI stand in text, other than in windows-1258. */
export function fromLatin1(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1'))
}

/** What begins a page of HTML; Word saves such files under the name `.doc`. */
const HTML = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)[\s>]/i
const HEAD_BYTES = 1_000
/** Elements that nobody sees, with all that is in them. */
const UNSEEN = ['script', 'style', 'head', 'title', 'xml']
const BREAKS = new Set('p div br tr li h1 h2 h3 h4 h5 h6 table ul ol hr section article header footer'.split(' '))
const CELLS = new Set(['td', 'th'])
/** The letters from U+00A0 on by their names in HTML. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const OTHERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
}

/** Whether the bytes are those of a page of HTML, whatever the name. */
export function isHtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1')
  return HTML.test(head.replace(/^(?:ï»¿|þÿ|ÿþ)/, '').replaceAll('\0', ''))
}

/** The text of a page of HTML as it is seen: blocks and rows as lines, cells apart; scripts and styles are never run. */
export function readHtml(bytes: Uint8Array, { characters }: Pick<DocumentBounds, 'characters'>): DocumentText {
  if (bytes.length > characters) return overBounds('text', 'size')
  try {
    return inUnicode('text', [{ lines: plainLines(seenIn(decodeText(bytes).text)) }])
  } catch (error) {
    if (error instanceof SheetUnreadable) return unreadable('text', 'damaged')
    throw error
  }
}

function seenIn(page: string): string {
  const parts: string[] = []
  const small = page.toLowerCase()
  let at = 0
  while (at < page.length) {
    const open = page.indexOf('<', at)
    parts.push(letters(page.slice(at, open < 0 ? undefined : open)))
    if (open < 0) break
    const comment = page.startsWith('<!--', open)
    const close = page.indexOf(comment ? '-->' : '>', open)
    if (close < 0) break
    const name = comment ? '' : (/^<\/?([a-z][a-z0-9]*)/.exec(small.slice(open, open + 20))?.[1] ?? '')
    at = close + (comment ? 3 : 1)
    if (BREAKS.has(name)) parts.push('\n')
    else if (CELLS.has(name)) parts.push('\t')
    else if (UNSEEN.includes(name) && small[open + 1] !== '/') {
      const end = small.indexOf(`</${name}`, at)
      at = end < 0 ? page.length : end
    }
  }
  return parts.join('')
}

/** White space of the source is one space; entities are letters. */
function letters(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,9});?/gi, (all, name: string) => {
      if (name.startsWith('#')) {
        const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
      }
      const latin = LATIN.indexOf(name)
      return latin < 0 ? (OTHERS[name] ?? all) : String.fromCharCode(0xa0 + latin)
    })
}
