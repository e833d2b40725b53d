import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'

/** 1980-01-01 00:00, the first moment a ZIP entry can name: the same document has the same bytes on any day. */
const FIRST_DOS_DATE = 0x0021_0000

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** One part of an Office file: where it stands, what it is, and its XML without the declaration. */
export interface OfficePart {
  path: string
  contentType: string
  xml: string
}

/** A relationship of a part to another one; identifiers are `rId1`, `rId2` … in the order given. */
export interface Relationship {
  type: string
  target: string
}

/**
 * An Office Open XML package (ECMA-376 part 2): the parts with their list of content types, the main part first.
 * @param related relationships of the main part, by `rId` in order
 * @returns the bytes of the file, the same for the same parts
 */
export async function officeFile(
  parts: readonly [OfficePart, ...OfficePart[]],
  related: readonly Relationship[],
): Promise<Uint8Array> {
  const main = parts[0].path
  const slash = main.lastIndexOf('/')
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    extendedTimestamp: false,
    rawLastModDate: FIRST_DOS_DATE,
  })
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationships([{ type: 'officeDocument', target: main }])],
    ...parts.map(({ path, xml }): [string, string] => [path, xml]),
    [`${main.slice(0, slash)}/_rels/${main.slice(slash + 1)}.rels`, relationships(related)],
  ]
  for (const [path, xml] of files) await writer.add(path, new TextReader(XML_HEAD + xml))
  return writer.close()
}

function contentTypes(parts: readonly OfficePart[]): string {
  const overrides = parts.map(({ path, contentType }) => `<Override PartName="/${path}" ContentType="${contentType}"/>`)
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relationships(list: readonly Relationship[]): string {
  const inside = list.map(
    ({ type, target }, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${inside.join('')}</Relationships>`
}
