// The package brings no types. Of its API (version 1.0.4) only what is used.
declare module 'word-extractor' {
  interface Document {
    getBody(): string
    /** Headers and footers. */
    getHeaders(): string
    getTextboxes(): string
    getFootnotes(): string
  }
  export default class WordExtractor {
    extract(file: Buffer): Promise<Document>
  }
}
