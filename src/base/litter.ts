const LITTER_FOLDER = '__macosx'
const LITTER_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized'])

/** What Word keeps beside a document that is open, or was when the machine stopped: `~$giay-moi.docx`, `~WRL0001.tmp`. */
const OF_WORD = /^(?:~\$.*|~wr[a-z]\d{1,8}\.tmp)$/

/** Whether a path is of a file that macOS, Windows or Word adds by itself and nobody means to send. */
export function isLitter(path: string): boolean {
  const segments = path.toLowerCase().split('/')
  const file = segments.at(-1) ?? ''
  return segments.includes(LITTER_FOLDER) || LITTER_FILES.has(file) || file.startsWith('._') || OF_WORD.test(file)
}
