import { type Facts, fact } from './define.ts'

/** What keeping up the QMS costs in a year, in đồng (Thông tư 116/2015/TT-BTC Điều 4 khoản 6). */
export const budgetFacts: Facts = {
  'budget.maintenance': fact(
    'number',
    'chi duy trì, cải tiến thường xuyên trong năm',
    'regular maintenance cost of the year',
    ({ manifest }) => manifest.budget?.maintenance,
    () => '/budget/maintenance',
  ),
}
