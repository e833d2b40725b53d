import { type Context, Hono } from 'hono'
import type { Localized } from '../../base/localized.ts'
import { languageOf } from '../../web/request/language.ts'
import { checkFields, checkPolicy, hasPolicy } from './check-fields.ts'
import { FormFault } from './form-fault.ts'
import { formParts, smallText } from './form-parts.ts'
import { receiveFile } from './receive-file.ts'
import type { FormSigner } from './signed-form.ts'

/** What the endpoint of the embedded store works with. */
export interface FormEndpoint {
  /** Of the store of bundles. */
  folder: string
  signer: FormSigner
  /** Whether a bundle is more than its agency may send today. */
  isOverQuota: (key: string) => Promise<boolean>
  now: () => Date
  /** Hears of every bundle that was taken in. */
  onUploaded: (key: string) => void
  /** Hears of what is no fault of the form. */
  onFault: (fault: unknown) => void
}

/** The path that forms are sent to. */
export const FORM_PATH = '/store/bundles'

/** Takes in bundles by signed forms, as a bucket of S3 does; answers 204, or an error in the form of S3's. */
export function formEndpoint(endpoint: FormEndpoint): Hono {
  const app = new Hono()
  app.onError((error, context) => {
    endpoint.onFault(error)
    context.header('Connection', 'close')
    return xml(context, 500, 'InternalError', FAULT)
  })
  app.post(FORM_PATH, async (context) => {
    try {
      const body = context.req.raw.body ?? new ReadableStream()
      const key = await takeIn(body, context.req.header('Content-Type'), endpoint)
      endpoint.onUploaded(key)
      return context.body(null, 204)
    } catch (error) {
      if (!(error instanceof FormFault)) throw error
      // The rest of what is being sent is not read.
      context.header('Connection', 'close')
      return xml(context, error.status, error.code, error.text)
    }
  })
  return app
}

async function takeIn(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  { folder, signer, isOverQuota, now }: FormEndpoint,
): Promise<string> {
  const fields = new Map<string, string>()
  for await (const { name, content } of formParts(body, contentType)) {
    if (name !== 'file') {
      if (fields.has(name.toLowerCase())) throw twice(name)
      fields.set(name.toLowerCase(), await smallText(content))
      // A stranger is turned away here, before the rest of the form is read.
      if (hasPolicy(fields)) checkPolicy(fields, signer, now())
      continue
    }
    const bounds = checkFields(fields, signer, now())
    if (await isOverQuota(bounds.key)) throw overQuota()
    await receiveFile(folder, bounds, content, now)
    return bounds.key
  }
  throw noFile()
}

const XML_CHARACTERS: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** An error as S3 tells it, in the caller's language. */
function xml(context: Context, status: FormFault['status'] | 500, code: string, text: Localized): Response {
  const message = text[languageOf(context)].replace(/[<>&]/g, (character) => XML_CHARACTERS[character] ?? '')
  context.header('Content-Type', 'application/xml')
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return context.body(`<?xml version="1.0" encoding="UTF-8"?>\n${error}\n`, status)
}

const FAULT: Localized = {
  vi: 'Phần mềm chưa lưu được tệp; không phải lỗi của hồ sơ. Đề nghị nộp lại sau ít phút; nếu vẫn lỗi, báo cho quản trị hệ thống.',
  en: 'The software could not keep the file; the dossier is not at fault. Send it again in a few minutes; if it fails again, tell the administrator.',
}

const twice = (name: string) =>
  new FormFault('InvalidArgument', {
    vi: `Trường '${name}' có hai lần trong biểu mẫu. Mỗi trường chỉ gửi một lần.`,
    en: `The field '${name}' is in the form twice. Send each field once.`,
  })

const overQuota = () =>
  new FormFault('QuotaExceeded', {
    vi: 'Hôm nay cơ quan đã nộp đủ số lần tối đa trong một ngày; tệp này chưa được nhận. Đề nghị nộp tiếp từ 0 giờ ngày mai, hoặc liên hệ đơn vị quản trị hệ thống.',
    en: 'The agency has sent as many bundles today as one may in a day; this file was not taken. Send it from midnight on (Vietnam time), or ask the operator of the service.',
  })

const noFile = () =>
  new FormFault('InvalidArgument', {
    vi: "Biểu mẫu không có tệp. Đề nghị thêm -F 'file=@ho-so.zip' sau các trường khác.",
    en: "There is no file in the form. Add -F 'file=@bundle.zip' after the other fields.",
  })
