const LITTER_FOLDER = '__macosx'
const LITTER_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized'])

/** Whether a path is of a file that macOS or Windows adds by itself and nobody means to send. */
export function isLitter(path: string): boolean {
  const segments = path.toLowerCase().split('/')
  const file = segments.at(-1) ?? ''
  return segments.includes(LITTER_FOLDER) || LITTER_FILES.has(file) || file.startsWith('._')
}
