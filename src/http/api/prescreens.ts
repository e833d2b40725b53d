import { prescreenKey } from '../../service/keys.ts'
import { Problem } from '../problems.ts'
import type { ApiRoute } from '../route.ts'
import { pathParameter } from './parameters.ts'

const noneYet = (province: string, year: number) => ({
  vi: `Chưa có kết quả rà soát sơ bộ năm ${year} của ${province}. Đề nghị lập bằng lệnh qms-verdict prescreen rồi xem lại.`,
  en: `There is no pre-screening of ${province} for ${year} yet. Make one with qms-verdict prescreen, then ask again.`,
})

/** The pre-screening of a year, for the authority of a province. */
export const PRESCREEN_ROUTES: readonly ApiRoute[] = [
  {
    id: 'prescreen',
    method: 'GET',
    path: '/prescreens/{year}',
    audit: 'prescreen-read',
    access: 'authority',
    summary: {
      vi: 'Kết quả rà soát sơ bộ của tỉnh, thành phố trong một năm',
      en: "The pre-screening of the province's agencies for a year",
    },
    success: {
      status: 200,
      description: { vi: 'Tài liệu do lệnh qms-verdict prescreen lập', en: 'The document of qms-verdict prescreen' },
      content: { 'application/json': 'Prescreen' },
    },
    problems: ['no-prescreen'],
    async handle({ context, tools, province }) {
      const year = pathParameter(context, 'year')
      const document = await tools.documents.read(prescreenKey(province, year))
      if (document === undefined) throw new Problem('no-prescreen', noneYet(province, year))
      return context.body(new Uint8Array(document), 200, { 'Content-Type': 'application/json' })
    },
  },
]
