import { fromPointer } from '../../src/core/json.ts'
import type { NamedPath } from '../../src/dossier/manifest.ts'
import { makeJpeg } from './jpeg.ts'
import { makePdf } from './pdf.ts'

/** Keys under which a section of the manifest says what its document is called and when it was made. */
const TITLES = ['title', 'what', 'topic', 'statement']
const DAYS = ['signedOn', 'approvedOn', 'sentOn', 'heldOn', 'confirmedOn', 'recordSignedOn', 'on', 'to', 'from']

/**
 * A small real file for a path that a manifest names: a PDF that tells what the manifest says of it, or a photograph.
 * @throws Error for an ending no sample uses yet
 */
export function documentFile({ path, pointer }: NamedPath, manifest: unknown, agency: string): Uint8Array {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  if (ending === 'jpg') return makeJpeg(path)
  if (ending !== 'pdf') throw new Error(`no maker for .${ending} files: ${path}`)
  return makePdf([...documentLines({ path, pointer }, manifest, agency), '', `Tệp mẫu: ${path}`])
}

/** What a made-up paper says: whose it is, its number, what it is called and of which day it is, by the manifest. */
export function documentLines({ path, pointer }: NamedPath, manifest: unknown, agency: string): string[] {
  const about = sectionAt(manifest, pointer)
  const said = (keys: readonly string[]) => keys.map((key) => about[key]).find((value) => typeof value === 'string')
  const [number, title, day] = [said(['number', 'code']), said(TITLES), said(DAYS)]
  return [
    agency.toUpperCase(),
    ...(number ? [`Số: ${number}`] : []),
    '',
    title ?? nameOf(path),
    ...(day ? [`Ngày ${day.split('-').reverse().join('/')}`] : []),
  ]
}

function sectionAt(manifest: unknown, pointer: string): Record<string, unknown> {
  let here = manifest
  for (const key of fromPointer(pointer).slice(0, -1)) here = (here as Record<string, unknown>)[key]
  return here as Record<string, unknown>
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.')).replaceAll('-', ' ')
}
