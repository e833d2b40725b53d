import { FormFault } from './form-fault.ts'

/** Bytes as they come, cut at marks; at most a mark and what came last are held. */
export class ByteFeed {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer

  /** @param before bytes that stand before those of `source` */
  constructor(source: AsyncIterable<Uint8Array>, before: Uint8Array) {
    this.#source = source[Symbol.asyncIterator]()
    this.#held = Buffer.from(before)
  }

  /**
   * The bytes up to a mark, which is passed over.
   * @throws FormFault when the bytes end before it
   */
  async *until(mark: Uint8Array): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      // Of a mark that is not there in whole, the last bytes may be the beginning.
      const end = at >= 0 ? at : Math.max(0, this.#held.length - mark.length + 1)
      const part = this.#held.subarray(0, end)
      this.#held = this.#held.subarray(at >= 0 ? end + mark.length : end)
      if (part.length > 0) yield part
      if (at >= 0) return
      await this.#more()
    }
  }

  /**
   * The next `length` bytes.
   * @throws FormFault when there are fewer
   */
  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more()
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done === true)
      throw new FormFault('MalformedPOSTRequest', {
        vi: 'Biểu mẫu bị ngắt giữa chừng. Đề nghị gửi lại toàn bộ biểu mẫu.',
        en: 'The form ends in the middle. Send the whole form again.',
      })
    this.#held = Buffer.concat([this.#held, value])
  }
}
