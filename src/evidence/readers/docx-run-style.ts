import { attribute, isOn } from './docx-attribute.ts'

/** What matters here of how a run of text is formatted; what is not set is inherited. */
export interface RunStyle {
  font?: string
  hidden?: boolean
}

/** Fonts of the theme, for text that has no font of its own name. */
export interface ThemeFonts {
  major?: string
  minor?: string
}

/** Takes one property out of `w:rPr`. The letters of legacy encodings are shown in the font for "high ANSI". */
export function setRunProperty(
  style: RunStyle,
  name: string,
  attributes: Readonly<Record<string, string>>,
  theme: ThemeFonts,
): void {
  if (name === 'vanish') style.hidden = isOn(attributes)
  if (name !== 'rFonts') return
  const ofTheme = attribute(attributes, 'hAnsiTheme') ?? attribute(attributes, 'asciiTheme')
  const themed = ofTheme?.startsWith('major') ? theme.major : theme.minor
  const named = attribute(attributes, 'hAnsi') ?? attribute(attributes, 'ascii')
  const font = (ofTheme === undefined ? undefined : themed) ?? named
  if (font !== undefined) style.font = font
}
