import type { Page } from '../page.ts'
import { ruleList } from './list.tsx'
import { rulePage } from './rule.tsx'

/** The rules, for anybody to read. */
export const RULE_PAGES: readonly Page[] = [
  { method: 'GET', path: '/rule-book', access: 'open', handle: async (call) => ruleList(call) },
  { method: 'GET', path: '/rule-book/{id}', access: 'open', handle: async (call) => rulePage(call) },
]
