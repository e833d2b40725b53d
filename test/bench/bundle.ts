import { readFile } from 'node:fs/promises'
import { mergePatch } from '../../src/core/json.ts'
import { makeZip } from '../support/zip.ts'

/** A pseudo-random byte stream that compresses about as well as a scanned page: deterministic, seeded. */
function pages(bytes: number, seed: number): Uint8Array {
  const out = new Uint8Array(bytes)
  let state = seed
  for (let at = 0; at < bytes; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    // One byte in four is noise, the rest repeats: PDF streams compress to about a third.
    out[at] = at % 4 === 0 ? state >>> 24 : (at >> 6) & 0xff
  }
  out.set(new TextEncoder().encode('%PDF-1.4\n'))
  return out
}

/** The manifest of a department with so many procedures, each with a process of its own. */
export async function manifestOf(procedures: number): Promise<unknown> {
  const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const code = (at: number) => `1.${String(100_000 + at)}`
  const [process] = base.processes
  const codes = Array.from({ length: procedures }, (_, at) => code(at))
  return mergePatch(base, {
    catalogue: {
      procedures: codes.map((one) => ({
        ...base.catalogue.procedures[0],
        code: one,
        name: `Thủ tục cấp giấy phép số ${one}`,
      })),
    },
    processes: codes
      .map((one) => ({ ...process, code: `QT-${one}`, procedures: [one], file: null }))
      .map(({ file: _, ...rest }) => rest),
    declarations: [{ ...base.declarations[0], procedures: codes }],
  })
}

/** A bundle of `files` documents of `bytes` each beside the manifest. */
export async function bundleOf(manifest: unknown, files: number, bytes: number): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = { 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) }
  for (let at = 0; at < files; at++) entries[`tai-lieu/${at}.dat`] = pages(bytes, at + 1)
  return makeZip(entries)
}
