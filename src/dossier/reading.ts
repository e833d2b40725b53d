/** `[x, y, width, height]` in points from the top left of a page as it is shown (CropBox, Rotate). */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A place on a page of a document, one box for each line. */
export interface LinePlace {
  file: string
  /** 1-based. */
  page: number
  box: readonly Box[]
}

/** What is seen there, for a person who decides; never a part of a verdict. */
export interface LinePicture extends LinePlace {
  /** PNG in base64. */
  png: string
  /** On the page, in points. */
  width: number
}

/** Something read in a document, and where a person finds it. Dates are `YYYY-MM-DD`, texts NFC with single spaces. */
export interface Found<T> {
  value: T
  /** The words it was read from, at most 200 characters. */
  quote: string
  /** 1-based, of a document that has pages. */
  page?: number
  /** Where the words stand on that page, one box for each line of them. */
  box?: readonly Box[]
  /** `<sheet>!B7`, of a sheet. */
  cell?: string
}

/** Who signed, as it stands above and below the signature (NĐ 30/2020, Phụ lục I, II.7). */
export interface Signer {
  name: string
  /** Such as `GIÁM ĐỐC`, as written. */
  title: string
  capacity?: 'KT.' | 'TM.' | 'TL.' | 'TUQ.'
}

/**
 * What was read in a document. Each list holds every reading of the fact: none = not found, two that differ = ambiguous,
 * and nobody guesses. `codes`, `team`, `units`, `inputs`, `outputs` are lists by nature.
 */
export interface DocumentFacts {
  /** Number and sign of the document itself: `88/QĐ-STP`. */
  number: readonly Found<string>[]
  /** Day of the document itself, in its heading. */
  date: readonly Found<string>[]
  /** Name of the agency that issued it, as written in its heading. */
  issuer: readonly Found<string>[]
  /** Kind as written in capitals: `QUYẾT ĐỊNH`, `THÔNG BÁO`, `BÁO CÁO`, `BIÊN BẢN`, `KẾ HOẠCH`, `CÔNG BỐ`, `QUY TRÌNH` … */
  kind: readonly Found<string>[]
  /** What it is about (trích yếu, or the title of a document of the system). */
  subject: readonly Found<string>[]
  signer: readonly Found<Signer>[]
  /** Edition in the operative sentence, as written: `TCVN ISO 9001:2015`; a mention among the legal bases is none. */
  edition: readonly Found<string>[]
  /** To whom it is addressed (Kính gửi). */
  addressee: readonly Found<string>[]
  /** TTHC codes listed, first two groups or more, as written. */
  codes: readonly Found<string>[]
  /** Of an internal-audit report. */
  audit: {
    from: readonly Found<string>[]
    to: readonly Found<string>[]
    team: readonly Found<string>[]
    units: readonly Found<string>[]
    /** How many nonconformities it says were found. */
    nonconformities: readonly Found<number>[]
  }
  /** Of the minutes of a management review; inputs a–f (9.3.2), outputs a–c (9.3.3). */
  review: {
    heldOn: readonly Found<string>[]
    chair: readonly Found<string>[]
    inputs: readonly Found<string>[]
    outputs: readonly Found<string>[]
  }
}

/** A digital signature inside a PDF. It is worth something only when it is intact, trusted and complete. */
export interface SignatureReading {
  /** What was signed has not been altered. */
  intact: boolean
  /** The certificate chains to the trust list, and was valid and not revoked at `signedAt`. */
  trusted: boolean
  /** Nothing that is not signed was added after the last signature. */
  complete: boolean
  /** Id of why one of the three does not hold. */
  reason?: string
  /** Common name of the certificate. */
  by?: string
  organization?: string
  /** ISO 8601, UTC. */
  signedAt?: string
  /** Whether a trusted timestamp proves `signedAt`, or the signer only claims it. */
  time?: 'timestamp' | 'claimed'
}

/** Why the text of a file is not known; `none` is no fault: an image, a type without text. */
type TextState =
  | 'read'
  /** Pages are pictures: no text layer. */
  | 'scan'
  /** Text in a legacy font that cannot be turned into Unicode without loss. */
  | 'legacyFont'
  /** Behind a password. */
  | 'locked'
  /** Its reader could not open it: damaged, or not what its name says. */
  | 'unreadable'
  /** Its reader was stopped by the bounds on time, memory or size. */
  | 'overBounds'
  | 'none'

/**
 * What a file holds, whatever it says: by it a blank page is told from a paper, and one paper that backs many acts from
 * many papers. Never a bound of its own: a file that was stopped by the bounds holds what was seen until then.
 */
export interface DocumentContent {
  /** Pages of a PDF, pictures of a picture file (a TIFF may hold several); null where a file has no pages of its own. */
  pages: number | null
  /** Words of its text with a letter or a figure in them; 0 of a scan, a locked file, a file without text. */
  words: number
  /**
   * How many of the pages drawn at 50 dpi show ink on 0.5–60 % of it. Pages with fewer than 20 words are drawn, and those
   * that are mostly a picture; null where no page was drawn.
   */
  inkedPages: number | null
  /** Lower-case hex SHA-256 of the words, single spaces between them: the same for the same text in any format; null without words. */
  textHash: string | null
  /** The same of its words without figures: last year's paper with other days has the same. Absent where it has too few words. */
  wordsHash?: string
  /** Lower-case hex SHA-256 of the pages drawn at 50 dpi; null where none was drawn. */
  drawnHash: string | null
}

/** How much of a scan was recognised. */
interface ScanState {
  /** Pages that were read, and that were not: over the bounds, or not to be drawn. */
  read: number
  unread: number
  /** Words that were seen, and those that are sure. */
  words: number
  sure: number
  /** Of all words that were seen. */
  characters: number
}

/** Sure words from which a scan was read as a text is, and their part of all its words; ours. */
const LEAST_SURE = 20
const SURE_PART = 0.5

/** Whether a scan was read to its end and most of its words are sure: what it does not say then does not stand there. */
export function isReadScan({ scan }: Pick<DocumentReading, 'scan'>): boolean {
  if (scan === undefined || scan.unread > 0) return false
  return scan.sure >= LEAST_SURE && scan.sure >= SURE_PART * scan.words
}

/** Of the words that rules look for in papers, those that a text holds; folded, as they were asked for. */
export interface WordsFound {
  names: readonly string[]
  /** Whether it names the agency. */
  agency: boolean
}

/** What reading one file of the bundle came to. Plain data: it is stored with the facts of a bundle. */
export interface DocumentReading {
  path: string
  format: 'pdf' | 'docx' | 'doc' | 'xlsx' | 'odt' | 'ods' | 'csv' | 'text' | 'picture' | 'other'
  text: TextState
  /** Id of the reason where `text` is `locked`, `unreadable` or `overBounds`: `damaged`, `password`, `time`, `memory`, `size`, `doctype` … */
  reason?: string
  /** Pages, of a PDF. */
  pages?: number
  /** A secrecy stamp stands in the text; nothing of the text is kept then. */
  stamped: boolean
  /** What a reader of the paper would not see or might doubt: tracked changes, hidden text, letters lost in a conversion. */
  /**
   * `otherFormat`: the file is of another format than its name says, and was read as what it is.
   * `recognised`: a scan whose facts were read from its picture. They may bear out what is declared, and never prove it
   * wrong: letters are misread.
   */
  flags: readonly ('trackedChanges' | 'hiddenText' | 'lettersLost' | 'converted' | 'recognised' | 'otherFormat')[]
  /** Of a scan that was recognised, how much of it. */
  scan?: ScanState
  /** Absent unless `text` is `read`, or the scan was recognised, and `stamped` is false. */
  facts?: DocumentFacts
  /** Absent unless `text` is `read`, or the scan was recognised, and `stamped` is false, and where no words were looked for. */
  says?: WordsFound
  signatures: readonly SignatureReading[]
  content: DocumentContent
}

/** Why a signature does not count, in the order in which it is told: the first that holds. */
export const SIGNATURE_REASONS = [
  // Not intact.
  'overBounds',
  'kindUnknown',
  'byteRange',
  'contentsEmpty',
  'contentsUnreadable',
  'contentIncluded',
  'contentAltered',
  'attributesMissing',
  'signatureWrong',
  'signerMissing',
  'signerReplaced',
  'algorithmUnknown',
  // Not complete.
  'addedAfter',
  // Not trusted.
  'noTrustList',
  'noTime',
  'weak',
  'notForSigning',
  'selfSigned',
  'issuerUnknown',
  'issuerUnfit',
  'notYetValid',
  'expired',
  'revoked',
  'laterNotTrusted',
] as const

/** Id of why a signature is not intact, not complete or not trusted. */
export type SignatureReason = (typeof SIGNATURE_REASONS)[number]

/** Words before or after MẬT with which it makes another word: bí mật, mật khẩu, mật độ … */
const BEFORE = ['BÍ', 'BẢO', 'CẨN', 'CƠ', 'ĐỘ', 'ĐƯỜNG', 'RỈ', 'THÂN', 'TÚI']
const AFTER = ['ĐỘ', 'KHẨU', 'MÃ', 'NGỮ', 'ONG', 'THIẾT']
const STAMP = 'MẬT'

/**
 * Whether words bear a stamp MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước): in capitals, as a word of its own;
 * MẬT that makes another word with its neighbour is none. Given in NFC.
 */
export function bearsSecrecyMark(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u)
  return words.some(
    (word, at) => word === STAMP && !BEFORE.includes(words[at - 1] ?? '') && !AFTER.includes(words[at + 1] ?? ''),
  )
}
