import type { Localized } from '../../base/localized.ts'

/** How each comparison of the closed set is said between its two sides. */
export const OPERATOR_WORDS: Readonly<Record<string, Localized>> = {
  before: { vi: 'trước', en: 'is before' },
  onOrBefore: { vi: 'không muộn hơn', en: 'is no later than' },
  after: { vi: 'sau', en: 'is after' },
  onOrAfter: { vi: 'không sớm hơn', en: 'is no earlier than' },
  inSameYearAs: { vi: 'cùng năm dương lịch với', en: 'is in the same calendar year as' },
  inYearBefore: { vi: 'thuộc năm liền trước năm của', en: 'is in the calendar year before that of' },
  equal: { vi: 'là', en: 'is' },
  notEqual: { vi: 'không phải là', en: 'is not' },
  lessThan: { vi: 'nhỏ hơn', en: 'is less than' },
  lessThanInclusive: { vi: 'không lớn hơn', en: 'is at most' },
  greaterThan: { vi: 'lớn hơn', en: 'is more than' },
  greaterThanInclusive: { vi: 'ít nhất bằng', en: 'is at least' },
  in: { vi: 'là một trong:', en: 'is one of:' },
  notIn: { vi: 'không phải là một trong:', en: 'is none of:' },
  startsWith: { vi: 'bắt đầu bằng', en: 'begins with' },
  contains: { vi: 'có', en: 'include' },
  containsAll: { vi: 'có đủ:', en: 'include all of:' },
}
