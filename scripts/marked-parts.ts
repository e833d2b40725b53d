/**
 * A page with the part between its two marks written anew. What stands there is said by the program, so that it cannot
 * differ from it.
 * @param what the part is, as its marks name it: `<!-- A verdict, written by npm run docs -->` … `<!-- End: a verdict -->`
 * @throws Error when the page has lost its marks
 */
export function withPart(page: string, what: string, content: string): string {
  const begin = `<!-- ${what}, written by npm run docs -->`
  const end = `<!-- End: ${what} -->`
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`the page has no place between ${begin} and ${end}`)
  return `${page.slice(0, from)}${begin}\n\n${content.trim()}\n\n${page.slice(to)}`
}
