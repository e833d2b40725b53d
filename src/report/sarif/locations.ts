import { fromPointer, readablePath } from '../../base/pointer.ts'
import type { Place } from '../evidence.ts'

/** A SARIF location (section 3.28): a file of the bundle, a row in it, a place in the manifest. */
export interface Location {
  physicalLocation?: {
    artifactLocation: { uri: string; uriBaseId: typeof BUNDLE }
    region?: { startLine: number }
  }
  properties?: { page?: number; quote?: string }
  logicalLocations?: { name: string; fullyQualifiedName: string; decoratedName: string }[]
  message?: { text: string }
}

/** The folder or archive that was judged; who reads the log says where it lies. */
export const BUNDLE = 'BUNDLE'

/** Where evidence or an item stands; undefined when it has no place of its own. */
export function locationOf({
  file,
  row,
  pointer,
  page,
  quote,
}: Place & { quote?: string | undefined }): Location | undefined {
  if (file === undefined && pointer === undefined) return undefined
  return {
    ...(file !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file), uriBaseId: BUNDLE },
        ...(row !== undefined && { region: { startLine: row } }),
      },
    }),
    ...((page !== undefined || quote !== undefined) && {
      properties: { ...(page !== undefined && { page }), ...(quote !== undefined && { quote }) },
    }),
    ...(pointer !== undefined && {
      logicalLocations: [
        { name: fromPointer(pointer).at(-1) ?? '', fullyQualifiedName: pointer, decoratedName: readablePath(pointer) },
      ],
    }),
  }
}

/** A path inside the bundle as a relative URI (RFC 3986), percent-encoded part by part. */
function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Cs}/gu, '\ufffd')
  return wellFormed.split('/').map(encodeURIComponent).join('/')
}
