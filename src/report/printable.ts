/** Hidden characters but tab and line feed (what turns the direction of reading, zero-width, tags), lone surrogates, noncharacters. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/gu

/** A text of the dossier without the characters that XML forbids, that steer a terminal, or that make a page show other than it holds. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in XML and HTML, between tags or inside a quoted attribute. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
