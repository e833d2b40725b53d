import type { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'

/** Bytes kept for the signature; what is not used stays zero. */
const ROOM = 4096
const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const OID = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
}

export interface Signatory {
  name: string
  organization: string
}

/** A test authority that vouches for signatories; its keys live only as long as the script. */
export interface Authority {
  pem: string
  issue: (to: Signatory) => Promise<{ certificate: pkijs.Certificate; key: webcrypto.CryptoKey }>
}

/** Makes a test authority, valid from 2020 through 2039. */
export async function testAuthority(name: string): Promise<Authority> {
  pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: globalThis.crypto }))
  const root = await certificate({ name, organization: name }, undefined)
  return {
    pem: `-----BEGIN CERTIFICATE-----\n${Buffer.from(root.certificate.toSchema().toBER()).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    issue: (to) => certificate(to, root),
  }
}

async function certificate(
  to: Signatory,
  by: { certificate: pkijs.Certificate; key: webcrypto.CryptoKey } | undefined,
) {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify'])
  const made = new pkijs.Certificate()
  made.version = 2
  made.serialNumber = new asn1.Integer({ value: by ? 2 : 1 })
  const part = (type: string, value: string) =>
    new pkijs.AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) })
  made.subject.typesAndValues.push(part(OID.commonName, to.name), part(OID.organization, to.organization))
  made.issuer = by ? by.certificate.subject : made.subject
  made.notBefore.value = new Date('2020-01-01T00:00:00Z')
  made.notAfter.value = new Date('2039-12-31T00:00:00Z')
  const constraints = new pkijs.BasicConstraints({ cA: by === undefined })
  const extension = (extnID: string, value: ArrayBuffer) =>
    new pkijs.Extension({ extnID, critical: true, extnValue: value })
  // digitalSignature for a person, keyCertSign and cRLSign for the authority (RFC 5280, 4.2.1.3).
  const usage = new asn1.BitString({ valueHex: new Uint8Array([by ? 0x80 : 0x06]).buffer, unusedBits: by ? 7 : 1 })
  made.extensions = [extension('2.5.29.19', constraints.toSchema().toBER()), extension('2.5.29.15', usage.toBER())]
  await made.subjectPublicKeyInfo.importKey(pair.publicKey)
  await made.sign(by?.key ?? pair.privateKey, 'SHA-256')
  return { certificate: made, key: pair.privateKey }
}

/** What the widget of a signature shows on the first page, drawn in a font `F0` of its own. */
export interface Look {
  /** Left, bottom, right, top, in points; what is drawn stands where it would stand on the page. */
  rectangle: readonly number[]
  contents: string
  /** Of the codes from 1 on, in thousandths of the size. */
  widths: readonly number[]
  /** What the codes mean: a CMap. */
  unicode: string
}

/**
 * Signs a PDF that LibreOffice wrote, as an incremental update (ISO 32000-1, 12.8): a detached CMS that claims `at`.
 * @param at ISO 8601, UTC
 * @param look of the widget; absent: it shows nothing
 */
export async function signed(
  pdf: Uint8Array,
  to: Signatory,
  authority: Authority,
  at: string,
  look?: Look,
): Promise<Uint8Array> {
  const who = await authority.issue(to)
  const { text, gap } = withField(Buffer.from(pdf).toString('latin1'), at, look)
  const bytes = Buffer.from(text, 'latin1')
  const covered = Buffer.concat([bytes.subarray(0, gap), bytes.subarray(gap + ROOM * 2 + 2)])
  const cms = await detached(covered, who, new Date(at))
  bytes.write(cms.toString('hex').padEnd(ROOM * 2, '0'), gap + 1, 'latin1')
  return bytes
}

/** The PDF with an empty signature appended; `gap` is where its hexadecimal contents begin. */
function withField(pdf: string, at: string, look: Look | undefined): { text: string; gap: number } {
  const size = Number(/\/Size (\d+)/.exec(pdf)?.[1])
  const root = Number(/\/Root (\d+) 0 R/.exec(pdf)?.[1])
  const page = Number(/\n(\d+) 0 obj\n<<\/Type\/Page\/Parent/.exec(pdf)?.[1])
  const [field, value] = [size, size + 1]
  const body = (id: number) => new RegExp(`\\n${id} 0 obj\\n<<([\\s\\S]*?)>>\\s*endobj`).exec(pdf)?.[1] ?? ''
  const day = `${at.replace(/\D/g, '').slice(0, 14)}Z`
  const blank = '0'.repeat(10)
  const [appearance, unicode] = [size + 2, size + 3]
  const shown = look ? `/Rect[${look.rectangle.join(' ')}]/AP<</N ${appearance} 0 R>>` : '/Rect[0 0 0 0]'
  const objects: [number, string][] = [
    [root, `<<${body(root)}/AcroForm<</Fields[${field} 0 R]/SigFlags 3>>>>`],
    [page, `<<${body(page)}/Annots[${field} 0 R]>>`],
    [field, `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/F 132${shown}/P ${page} 0 R/V ${value} 0 R>>`],
    [
      value,
      `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/M(D:${day})/ByteRange[0 ${blank} ${blank} ${blank}]/Contents<${'0'.repeat(ROOM * 2)}>>>`,
    ],
    ...(look ? drawnBy(look, appearance, unicode) : []),
  ]
  let text = pdf.endsWith('\n') ? pdf : `${pdf}\n`
  const rows = objects.map(([id, content]) => {
    const row = `${id} 1\n${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${id} 0 obj\n${content}\nendobj\n`
    return row
  })
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1]
  const start = text.length
  text += `xref\n${rows.join('')}trailer\n<</Size ${size + objects.length - 2}/Root ${root} 0 R/Prev ${before}>>\nstartxref\n${start}\n%%EOF\n`
  const gap = text.lastIndexOf(`/Contents<${'0'.repeat(ROOM)}`) + '/Contents'.length
  const rest = gap + ROOM * 2 + 2
  const range = [gap, rest, text.length - rest].map((one) => String(one).padEnd(10))
  return { text: text.replace(`${blank} ${blank} ${blank}`, range.join(' ')), gap }
}

function drawnBy(look: Look, appearance: number, unicode: number): [number, string][] {
  const { rectangle, contents, widths, unicode: map } = look
  const font = `<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/FirstChar 1/LastChar ${widths.length}/Widths[${widths.join(' ')}]/ToUnicode ${unicode} 0 R>>`
  const stream = (dictionary: string, data: string) =>
    `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`
  return [
    [
      appearance,
      stream(`/Type/XObject/Subtype/Form/BBox[${rectangle.join(' ')}]/Resources<</Font<</F0 ${font}>>>>`, contents),
    ],
    [unicode, stream('', map)],
  ]
}

async function detached(
  content: Buffer,
  who: { certificate: pkijs.Certificate; key: webcrypto.CryptoKey },
  at: Date,
): Promise<Buffer> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(content))
  const attribute = (type: string, value: asn1.BaseBlock) => new pkijs.Attribute({ type, values: [value] })
  const attributes = [
    attribute(OID.contentType, new asn1.ObjectIdentifier({ value: OID.data })),
    attribute(OID.signingTime, new asn1.UTCTime({ valueDate: at })),
    attribute(OID.messageDigest, new asn1.OctetString({ valueHex: digest })),
  ]
  const { certificate: own, key } = who
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
  })
  const data = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [signer],
    certificates: [own],
  })
  await data.sign(key, 0, 'SHA-256', new Uint8Array(content).buffer)
  const info = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: data.toSchema(true) })
  return Buffer.from(info.toSchema().toBER())
}
