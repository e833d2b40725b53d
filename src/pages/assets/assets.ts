/** A file that browsers keep for ever, since its name changes with its content. */
export interface AssetFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
}

/** What the pages are shown with: styles, fonts and scripts, as the build left them. */
export interface Assets {
  /** The style sheet, which stands in every page. */
  styles: string
  /** Addresses of the fonts of the first screen. */
  fonts: readonly string[]
  /**
   * Address of an island's script.
   * @throws RangeError when there is no such island
   */
  island(name: string): string
  /** A file by its name; undefined when there is none. */
  file(name: string): Promise<AssetFile | undefined>
}
