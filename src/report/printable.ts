/** Control characters but tab and line feed, what turns the direction of reading, lone surrogates, and noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu

/** A text of the dossier without the characters that XML forbids, that steer a terminal, or that make a page show other than it holds. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand in XML and HTML, between tags or inside a quoted attribute. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}
