import { CHECK, DRAFT, KEYGEN, TEMPLATE, TRUST_INSPECT, VERIFY } from './dossier.ts'
import { LETTERS, PLAN, PRESCREEN, REPORT } from './province.ts'
import { RULES_BUILD, RULES_DIFF, RULES_DOCS, RULES_LIST, RULES_SHOW, RULES_TEST } from './rules.ts'
import { AUDIT, ERASE, RECHECK, RECORD, REJUDGE, SERVE, SWEEP, TOKEN } from './service.ts'
import { type CommandTable, HELP } from './shared.ts'

/** Every command by its name, in the order in which help tells them. */
export const COMMAND_TABLES = {
  check: CHECK,
  template: TEMPLATE,
  draft: DRAFT,
  verify: VERIFY,
  'trust inspect': TRUST_INSPECT,
  keygen: KEYGEN,
  prescreen: PRESCREEN,
  plan: PLAN,
  letters: LETTERS,
  report: REPORT,
  'rules list': RULES_LIST,
  'rules show': RULES_SHOW,
  'rules docs': RULES_DOCS,
  'rules diff': RULES_DIFF,
  'rules test': RULES_TEST,
  'rules build': RULES_BUILD,
  serve: SERVE,
  token: TOKEN,
  record: RECORD,
  recheck: RECHECK,
  rejudge: REJUDGE,
  erase: ERASE,
  sweep: SWEEP,
  audit: AUDIT,
  help: HELP,
} as const satisfies Record<string, CommandTable>

export type CommandName = keyof typeof COMMAND_TABLES
