import { Problem } from './problem.ts'

/** A body that nobody who asks something of this API sends. */
export function bodyTooLarge(maxBytes: number): Problem {
  return new Problem('body-too-large', {
    vi: `Nội dung yêu cầu vượt quá ${maxBytes} byte. Bộ hồ sơ không gửi tại đây: xin biểu mẫu bằng POST /agencies/{code}/uploads, rồi nộp tệp bằng biểu mẫu đó.`,
    en: `The body exceeds ${maxBytes} bytes. A bundle is not sent here: ask for a form with POST /agencies/{code}/uploads, then upload the file with that form.`,
  })
}

export function methodNotAllowed(method: string, allowed: string): Problem {
  const detail = {
    vi: `Địa chỉ này không dùng phương thức ${method}; chỉ dùng: ${allowed}.`,
    en: `${method} cannot be used at this address; only: ${allowed}.`,
  }
  return new Problem('method-not-allowed', detail, { headers: { Allow: allowed } })
}

export function noSuchPage(path: string): Problem {
  const shown = JSON.stringify(path.slice(0, 200))
  return new Problem('no-such-page', {
    vi: `Không có địa chỉ ${shown}. Các địa chỉ dùng được: xem /openapi.json.`,
    en: `There is no address ${shown}. See /openapi.json for those there are.`,
  })
}
