import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { plainWords } from '../../core/names.ts'
import { NO_TRUST } from '../../documents/settings.ts'
import { type InspectedSignature, inspectSignatures, type SeenCertificate } from '../../documents/signature/inspect.ts'
import { SIGNATURE_REASON_WORDS } from '../../documents/signature/notices.ts'
import { readTrustList } from '../../documents/signature/trust-folder.ts'
import { SIGNATURE_REASONS } from '../../dossier/reading.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { TRUST_INSPECT } from '../tables/dossier.ts'
import { TRUST_INSPECT_TEXTS } from '../words.ts'

/**
 * `qms-verdict trust inspect FILE… [--output DIR] [--trust DIR]`: who signed what, by which certificates; with `--output` each
 * issuer found is written as PEM, for a person to confirm before it is trusted. It trusts nobody by itself.
 * @returns the exit code
 */
export async function trustInspect(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, TRUST_INSPECT.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  if (positionals.length === 0) throw new InputError(TRUST_INSPECT_TEXTS.atLeastOneSigned)
  const trust = values.trust === undefined ? NO_TRUST : await readTrustList(values.trust)
  const issuers = new Map<string, SeenCertificate>()
  for (const file of positionals) {
    const signatures = await inspectSignatures(await read(file), trust)
    process.stdout.write(`${[file, ...told(signatures, lang)].join('\n')}\n\n`)
    // What issued something: a signer's own certificate is no issuer, unless he issued it to himself.
    for (const { chain } of signatures) for (const one of chain.slice(1)) issuers.set(one.sha256, one)
  }
  if (values.output !== undefined) await write(values.output, [...issuers.values()], lang)
  return EXIT.ok
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new InputError(withValues(TRUST_INSPECT_TEXTS.cannotReadNameSigned, { file }), { cause })
  }
}

function told(signatures: readonly InspectedSignature[], lang: Language): string[] {
  if (signatures.length === 0) return [lang === 'vi' ? '  Không có chữ ký số.' : '  No digital signature.']
  return signatures.flatMap((signature, at) => {
    const reason = SIGNATURE_REASONS.find((one) => one === signature.reason)
    const words = reason && SIGNATURE_REASON_WORDS[reason][lang]
    const whose = [signature.by, signature.organization].filter((one) => one !== undefined).join(', ')
    const [number, when] = [at + 1, signature.signedAt ?? '?']
    const head =
      lang === 'vi'
        ? `  Chữ ký ${number}: ${whose || '?'}, lúc ${when}`
        : `  Signature ${number}: ${whose || '?'}, at ${when}`
    const valid = lang === 'vi' ? 'Hợp lệ theo danh sách tin cậy.' : 'Valid by the trust list.'
    return [head, `    ${words ?? valid}`, ...signature.chain.flatMap((one, step) => certificateLines(one, step, lang))]
  })
}

function certificateLines(one: SeenCertificate, step: number, lang: Language): string[] {
  const vi = lang === 'vi'
  const roles = vi ? ['người ký', 'tổ chức cấp'] : ['signer', 'issuer']
  const marks = [
    ...(one.selfIssued ? [vi ? 'tự cấp (gốc)' : 'self-issued (a root)'] : []),
    ...(one.trusted ? [vi ? 'có trong danh sách tin cậy' : 'in the trust list'] : []),
  ]
  const name = [one.name, one.organization].filter((part) => part !== '').join(', ') || '?'
  return [
    `    ${'  '.repeat(step)}${roles[Math.min(step, 1)]}: ${name}${marks.length > 0 ? ` [${marks.join('; ')}]` : ''}`,
    `    ${'  '.repeat(step)}  ${vi ? 'số' : 'serial'} ${one.serial}, ${one.validFrom.slice(0, 10)} – ${one.validTo.slice(0, 10)}`,
    `    ${'  '.repeat(step)}  SHA-256 ${one.sha256}`,
  ]
}

async function write(folder: string, issuers: readonly SeenCertificate[], lang: Language): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const one of issuers) {
    const file = join(folder, `${fileName(one.name)}-${one.sha256.slice(0, 16)}.pem`)
    // The same name is the same certificate.
    await writeFile(file, one.pem)
    process.stdout.write(`${file}\n`)
  }
  const vi = `Đã ghi ${issuers.length} chứng thư của tổ chức cấp; phần mềm chưa tin cậy chứng thư nào. Trước khi dùng với --trust, đối chiếu mã SHA-256 với bản do tổ chức cung cấp dịch vụ chứng thực chữ ký số công bố, qua một kênh khác với tệp này.`
  const en = `${issuers.length} issuers were written; none of them is trusted yet. Before using them with --trust, compare each SHA-256 with what the authority publishes, by another way than this file.`
  process.stderr.write(`${lang === 'vi' ? vi : en}\n`)
}

/** A name that any system takes. */
const fileName = (name: string): string =>
  plainWords(name)
    .trim()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60) || 'issuer'
