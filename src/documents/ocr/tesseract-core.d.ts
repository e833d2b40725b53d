// The package brings no types. Of its API (version 7.0.0) only what is used.
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TessBaseApi {
    /** @returns 0 when it is ready */
    Init(dataPath: string | null, language: string, mode: number): number
    SetVariable(name: string, value: string): boolean
    SetPageSegMode(mode: number): void
    /** Reads `/input`. @returns 1 when it cannot */
    SetImageFile(exif: number, angle: number): number
    Recognize(monitor: null): number
    /** One line a part of the page, down to words, with tabulators between. */
    GetTSVText(page: number): string
    Clear(): void
    End(): void
  }
  export interface TesseractCore {
    TessBaseAPI: new () => TessBaseApi
    FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  }
  export default function load(options: {
    wasmBinary: Uint8Array
    print?(line: string): void
    printErr?(line: string): void
    TesseractProgress?(percent: number): void
  }): Promise<TesseractCore>
}
