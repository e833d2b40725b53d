import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from '../facts/found.ts'
import { sentenceCase } from './numbered-paper.ts'
import type { Paper } from './paper.ts'
import type { Sheaf } from './sheaf.ts'

/** The agency's name as its own papers write it out, and the head who signed: likely, for a heading has capitals only. */
export function putAgency(sheaf: Sheaf, papers: readonly Paper[]): void {
  const issuers = new Set(papers.flatMap(({ facts }) => facts.issuer.map(({ value }) => value.toLowerCase())))
  if (issuers.size !== 1) return
  const [issuer = ''] = issuers
  const names = papers.flatMap((paper) => nameIn(paper, issuer).map((one) => ({ ...one, file: paper.path })))
  const [first] = names
  const same = new Set(names.map(({ value }) => value)).size === 1
  if (first && same) {
    const { value, file, ...from } = first
    const piece = { at: '/name', value, from, certainty: 'likely' as const }
    sheaf.put('/agency', file, { pieces: [piece], doubts: [] })
  }
  putHead(sheaf, papers)
}

function nameIn({ lines }: Paper, issuer: string): readonly Found<string>[] {
  const words = issuer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`${words} (?:tỉnh|thành phố) \\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*)*`, 'iu')
  const all = lines.flatMap((line) => {
    const name = pattern.exec(line.text)?.[0]
    const written =
      name && name !== name.toUpperCase() ? /^.+? (?:tỉnh|thành phố)(?: \p{Lu}\p{L}*)+/u.exec(name)?.[0] : undefined
    return written ? [found(written, line, line.text)] : []
  })
  return distinct(all)
}

/** The one who signed as director or chair on every paper that says so. */
function putHead(sheaf: Sheaf, papers: readonly Paper[]): void {
  const signed = papers.flatMap(({ path, facts }) =>
    facts.signer
      .filter(({ value }) => /^(?:GIÁM ĐỐC|CHỦ TỊCH)$/.test(value.title) && value.capacity !== 'KT.')
      .map((one) => ({ ...one, path })),
  )
  const people = [...new Map(signed.map((one) => [one.value.name, one])).values()]
  for (const [index, { value, path, ...from }] of people.entries()) {
    const piece = (at: string, said: string) => ({ at, value: said, from, certainty: 'likely' as const })
    sheaf.put(`/agency/heads/${index}`, path, {
      pieces: [piece('/name', value.name), piece('/title', sentenceCase(value.title))],
      doubts: [],
    })
  }
}
