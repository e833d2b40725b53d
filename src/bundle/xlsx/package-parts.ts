import type { Container } from '../container.ts'
import { SheetUnreadable } from '../sheet/sheet.ts'
import { type Relationship, readRelationships, relationshipsPart } from './relationships.ts'

/** Parts of a package by name; names differ in case only between writers, not between parts (ECMA-376 Part 2). */
export class PackageParts {
  readonly #container: Container
  readonly #paths: ReadonlyMap<string, string>

  constructor(container: Container) {
    this.#container = container
    this.#paths = new Map(container.entries.map(({ path }) => [path.toLowerCase(), path]))
  }

  has(part: string): boolean {
    return this.#paths.has(part.toLowerCase())
  }

  /** @throws SheetUnreadable when the package has no such part */
  open(part: string): Promise<Uint8Array> {
    const path = this.#paths.get(part.toLowerCase())
    if (path === undefined) throw partMissing(part)
    return this.#container.open(path)
  }

  /**
   * The links of a part, those out of the package left out.
   * @param part empty for the package itself
   * @throws SheetUnreadable when it has none
   */
  async relationshipsOf(part: string, tick: () => void): Promise<ReadonlyMap<string, Relationship>> {
    return readRelationships(part, await this.open(relationshipsPart(part)), tick)
  }
}

function partMissing(part: string): SheetUnreadable {
  return new SheetUnreadable({
    vi: `Tệp không có phần ${part} mà mọi sổ tính Excel (XLSX) phải có, hoặc phần được dẫn tới nhưng không kèm theo; đây không phải là tệp XLSX hoặc tệp bị hỏng. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.`,
    en: `The file lacks the part ${part}, which every Excel workbook (XLSX) has or which another part refers to: it is no XLSX or it is damaged. Open it in Excel, save it again as .xlsx and send it anew.`,
  })
}
