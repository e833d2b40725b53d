import type { AuthorizationRequest } from '../../auth/development/authorization.ts'
import type { Localized } from '../../base/localized.ts'
import { show } from '../layout/show.tsx'
import type { PageCall } from '../page.ts'

const WORDS = {
  title: { vi: 'Đăng nhập thử nghiệm', en: 'Sign in for trying out' },
  lead: {
    vi: 'Trang này thay cho hệ thống định danh khi chạy thử trên một máy; không hỏi mật khẩu. Chọn tư cách đăng nhập.',
    en: 'This page stands in for an identity provider on one machine; it asks for no password. Choose who you are.',
  },
  known: { vi: 'Cơ quan đã có hồ sơ', en: 'Agencies with a dossier' },
  authorities: { vi: 'Đơn vị chủ trì', en: 'Authorities' },
  other: { vi: 'Mã khác', en: 'Another code' },
  code: {
    vi: 'Mã định danh (cơ quan: H61.12; tỉnh, thành phố: H61)',
    en: 'Identification code (agency: H61.12; province: H61)',
  },
  asAgency: { vi: 'Đăng nhập cơ quan', en: 'Sign in as the agency' },
  asAuthority: { vi: 'Đăng nhập đơn vị chủ trì', en: 'Sign in as the authority' },
  wrong: {
    vi: '“{found}” không phải mã đó. Ghi mã cơ quan theo dạng H61.12, mã tỉnh, thành phố theo dạng H61.',
    en: '“{found}” is not such a code. Write an agency as H61.12, a province as H61.',
  },
} as const satisfies Record<string, Localized>

/** As many known agencies as one looks through; for others there is the field. */
const MOST_SHOWN = 40

/**
 * Lets somebody pick who they are.
 * @param wrong what was written and is no code
 */
export async function pickerPage(call: PageCall, request: AuthorizationRequest, wrong?: string): Promise<Response> {
  const { lang, tools } = call
  const agencies = await firstOf(tools.service.listAgencies(), MOST_SHOWN)
  const provinces = [...new Set(agencies.map((code) => code.split('.', 1)[0] ?? code))]
  return show(
    call,
    { title: WORDS.title[lang], status: wrong === undefined ? 200 : 422 },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <form method="post" class="stack">
        {Object.entries(request).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Choices title={WORDS.known[lang]} kind="agency" codes={agencies} />
        <Choices title={WORDS.authorities[lang]} kind="authority" codes={provinces} />
        {agencies.length > 0 && <h2>{WORDS.other[lang]}</h2>}
        <div class="field">
          <label for="code">{WORDS.code[lang]}</label>
          <input
            id="code"
            name="code"
            value={wrong}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={wrong === undefined ? undefined : 'true'}
            aria-describedby={wrong === undefined ? undefined : 'wrong'}
          />
          {wrong !== undefined && (
            <p id="wrong" class="error" role="alert">
              {WORDS.wrong[lang].replace('{found}', wrong)}
            </p>
          )}
        </div>
        <p class="ways">
          <button type="submit" name="pick" value="agency">
            {WORDS.asAgency[lang]}
          </button>
          <button type="submit" name="pick" value="authority" class="second">
            {WORDS.asAuthority[lang]}
          </button>
        </p>
      </form>
    </>,
  )
}

function Choices({ title, kind, codes }: { title: string; kind: string; codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <p class="ways">
        {codes.map((code) => (
          <button type="submit" name="pick" value={`${kind}:${code}`} class="second">
            {code}
          </button>
        ))}
      </p>
    </section>
  )
}

async function firstOf(codes: AsyncIterable<string>, most: number): Promise<string[]> {
  const found: string[] = []
  for await (const code of codes) {
    found.push(code)
    if (found.length === most) break
  }
  return found
}
