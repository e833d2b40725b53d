import type { Notice } from '../../dossier/dossier.ts'
import { type Manifest, manifest } from '../../dossier/manifest.ts'
import type { ReadLimits } from '../container.ts'
import { sizesOver } from '../display.ts'
import { hiddenRemoved } from '../manifest-notices.ts'
import { Refusal } from '../refusal.ts'
import { MANIFEST_REFUSALS } from '../refusals-manifest.ts'
import { checkText, type TextForm } from './check-text.ts'

/** How large a manifest may be, by the form it is written in. */
export type ManifestLimits = Pick<ReadLimits, 'manifestJsonBytes' | 'manifestYamlBytes'>

/**
 * The manifest (Bảng kê hồ sơ) in `bytes`, checked: closed keys, dates that exist, texts in NFC and of bounded length. `name` says its form
 * (`.json`, `.yaml`, `.yml`) and is told in refusals.
 * @throws Refusal with a code of `MANIFEST_REFUSALS` and every problem of the text with its place
 */
export async function parseManifest(
  bytes: Uint8Array,
  name: string,
  limits: ManifestLimits,
): Promise<{ manifest: Manifest; notices: readonly Notice[] }> {
  const form: TextForm = name.endsWith('.json') ? 'json' : 'yaml'
  const allowed = form === 'json' ? limits.manifestJsonBytes : limits.manifestYamlBytes
  if (bytes.length > allowed) {
    const found = sizesOver(bytes.length, allowed)
    throw new Refusal('manifest-too-large', MANIFEST_REFUSALS['manifest-too-large'], { entry: name, found })
  }
  const reading = await checkText(bytes, form, manifest)
  if ('ok' in reading) {
    const { value, hidden } = reading.ok
    return { manifest: value, notices: hidden === undefined ? [] : [hiddenRemoved(name, hidden)] }
  }
  const { code, ...met } = reading.fault
  throw new Refusal(code, MANIFEST_REFUSALS[code], { entry: name, ...met })
}
