/** The look of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20/20/30/15 mm, Times New Roman 13. */
const PARAGRAPHS: Record<string, { base?: string; paragraph?: string; text?: string }> = {
  body: { paragraph: 'fo:text-align="justify" fo:text-indent="1.27cm" fo:margin-bottom="0.2cm"' },
  basis: { base: 'body', text: 'fo:font-style="italic"' },
  item: { base: 'body' },
  heading: { base: 'body', paragraph: 'fo:keep-with-next="always"', text: 'fo:font-weight="bold"' },
  center: { paragraph: 'fo:text-align="center" fo:margin-bottom="0.2cm"' },
  title: { base: 'center', text: 'fo:font-weight="bold"' },
  kind: { base: 'center', paragraph: 'fo:margin-bottom="0cm"', text: 'fo:font-size="14pt" fo:font-weight="bold"' },
  subject: { base: 'center', paragraph: 'fo:margin-bottom="0cm"', text: 'fo:font-weight="bold"' },
  narrow: { paragraph: 'fo:text-align="center"', text: 'fo:font-size="12pt"' },
  narrowBold: { base: 'narrow', text: 'fo:font-weight="bold"' },
  motto: { base: 'narrow', text: 'fo:font-size="13pt" fo:font-weight="bold"' },
  place: { base: 'narrow', text: 'fo:font-size="13pt" fo:font-style="italic"' },
  ruleLeft: {
    base: 'narrow',
    paragraph: 'fo:margin-left="2cm" fo:margin-right="2cm" fo:border-top="0.5pt solid #000000"',
  },
  ruleRight: {
    base: 'narrow',
    paragraph: 'fo:margin-left="2.1cm" fo:margin-right="2.1cm" fo:border-top="0.5pt solid #000000"',
  },
  ruleMiddle: {
    base: 'narrow',
    paragraph:
      'fo:margin-left="6cm" fo:margin-right="6cm" fo:border-top="0.5pt solid #000000" fo:margin-bottom="0.3cm"',
  },
  signer: { base: 'center', paragraph: 'fo:margin-bottom="0cm"', text: 'fo:font-weight="bold"' },
  copies: { text: 'fo:font-size="11pt"' },
  copiesHead: { text: 'fo:font-size="12pt" fo:font-weight="bold" fo:font-style="italic"' },
  cell: { text: 'fo:font-size="12pt"' },
  cellHead: { base: 'cell', paragraph: 'fo:text-align="center"', text: 'fo:font-weight="bold"' },
}

/** The styles of a flat OpenDocument text, and its page; `font` is what the text is set in. */
export function styles(font: string): string {
  const paragraphs = Object.entries(PARAGRAPHS).map(
    ([name, { base = 'Standard', paragraph = '', text = '' }]) =>
      `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${base}">` +
      `<style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`,
  )
  const borders = 'fo:padding="0.12cm" fo:border="0.5pt solid #000000"'
  return `<office:font-face-decls><style:font-face style:name="F" svg:font-family="'${font}'"/><style:font-face style:name="H" svg:font-family="'${font}H'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="13pt" fo:language="vi" fo:country="VN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
${paragraphs.join('\n')}
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties style:font-name="H"/></style:style>
<style:style style:name="break" style:family="paragraph" style:parent-style-name="body"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="tight" style:family="table"><style:table-properties style:width="16.5cm" table:align="left" style:may-break-between-rows="false"/></style:style>
<style:style style:name="grid" style:family="table"><style:table-properties table:align="center"/></style:style>
<style:style style:name="open" style:family="table-cell"><style:table-cell-properties fo:padding="0cm" fo:border="none"/></style:style>
<style:style style:name="framed" style:family="table-cell"><style:table-cell-properties ${borders}/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>`
}
