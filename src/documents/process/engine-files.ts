import { readFileSync } from 'node:fs'

/** Files of the engines that stand beside the built entry of the child process. */
export const ENGINE_FILES = {
  pdf: 'pdfium.wasm',
  ocr: 'tesseract-core-simd-lstm.wasm',
  ocrData: 'vie.traineddata.gz',
} as const

/** The bytes of one of them. From source they stand where the tests build the child process. */
export function engineFile(engine: keyof typeof ENGINE_FILES): Uint8Array<ArrayBuffer> {
  const built = !import.meta.url.endsWith('.ts')
  const folder = built ? './' : '../../../node_modules/'
  return Uint8Array.from(readFileSync(new URL(`${folder}${ENGINE_FILES[engine]}`, import.meta.url)))
}
