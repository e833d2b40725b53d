import type { LinePicture, LinePlace } from '../dossier/reading.ts'
import type { DocumentFile } from '../intake/container.ts'
import { pdfOfPicture } from './picture.ts'
import { DocumentProcess } from './process/document-process.ts'
import { DOCUMENT_BOUNDS, NO_TRUST } from './settings.ts'

/** Pictures of one verdict, and what all of them may take, in base64. */
const LINE_BOUNDS = { pictures: 12, characters: 512 * 1024 }

/**
 * What is seen at places of documents, for a person who decides: as many as the bounds allow, in their order. Where a page
 * cannot be drawn there is none.
 * @throws QmsVerdictError when no child process can be started
 */
export async function picturesOfLines(
  places: readonly LinePlace[],
  documents: readonly DocumentFile[],
): Promise<LinePicture[]> {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  const pictures: LinePicture[] = []
  let left = LINE_BOUNDS.characters
  const process = new DocumentProcess()
  try {
    for (const place of places.slice(0, LINE_BOUNDS.pictures)) {
      const document = byPath.get(place.file)
      if (document === undefined) continue
      const bytes = await document.open()
      const pdf = document.file.kind === 'pdf' ? bytes : pdfOfPicture(bytes)
      if (pdf === undefined) continue
      const line = { page: place.page - 1, box: place.box }
      const answer = await process.read({ format: 'pdf', line, bounds: DOCUMENT_BOUNDS, trust: NO_TRUST }, pdf)
      const cut = 'reading' in answer ? answer.reading.line : undefined
      if (cut === undefined || cut.png.length > left) continue
      left -= cut.png.length
      pictures.push({ ...place, ...cut })
    }
  } finally {
    process.end()
  }
  return pictures
}
