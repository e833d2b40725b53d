import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../../src/core/json.ts'
import { readExceptions } from '../../../src/rules/exceptions.ts'
import { vocabulary } from '../../../src/rules/facts/vocabulary.ts'
import { type LoadedRuleSet, loadRules } from '../../../src/rules/load.ts'
import { readPublished } from '../../../src/rules/publish.ts'
import { publishRuleSet, type RuleSet } from '../../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../../src/rules/vocabulary.ts'
import { judge } from '../../../src/verdict/judge.ts'
import { testDossier } from '../../../src/verdict/rule-tests.ts'
import { CASES, type FrozenCase } from './cases.ts'

const FOLDER = 'fixtures/verdicts'
const WORDS = vocabulary as Vocabulary<unknown>

/** Enough rules for every group, outcome and kind of evidence. */
const RULES = [
  'declaration-in-force',
  'declaration-edition-accepted',
  'declaration-notified-to-dost',
  'procedures-all-covered',
  'procedure-codes-valid',
  'shared-process-similar',
  'legal-changes-applied',
  'process-content-complete',
  'quality-policy-issued',
  'staff-trained',
  'internal-audit-yearly',
  'management-review-yearly',
  'documents-disseminated',
  'satisfaction-measured',
  'corrective-report-on-time',
  'no-state-secrets',
]

/** A plan of a province that obliges communes, so that a verdict can name it. */
const PLAN: RuleSet['profiles'][number] = {
  id: 'province-plan-2026',
  title: { vi: 'Kế hoạch áp dụng ISO năm 2026 (ví dụ)', en: 'Plan to apply ISO in 2026 (an example)' },
  province: 'H61',
  decision: 'Quyết định số 12/QĐ-UBND ngày 15/01/2026',
  oblige: [
    {
      block: 'commune',
      reason: { vi: 'Kế hoạch áp dụng cho toàn bộ xã, phường.', en: 'The plan applies to every commune and ward.' },
      decision: 'Quyết định số 12/QĐ-UBND ngày 15/01/2026',
    },
  ],
}

/**
 * Judges the cases by some of today's rules and freezes rule set and verdicts as files:
 * `node scripts/run.mjs test/render/frozen/make.ts`. What is frozen is what an older version wrote; later versions must
 * go on rendering it. To be run again only when a case or the shape of a verdict changes.
 */
export async function main(): Promise<number> {
  const { loaded } = await loadRules('rules', WORDS)
  const rules = loaded.source.rules.filter(({ id }) => RULES.includes(id))
  const { source } = loaded
  const kept = { ...source, rules, profiles: [...source.profiles.filter(({ id }) => id === 'national'), PLAN] }
  const { text } = publishRuleSet({ ...loaded, source: kept }, '2026-11-01')
  await writeFile(join(FOLDER, 'rule-set.json'), text)
  const ruleSet = readPublished(text, 'rule-set.json', WORDS)
  for (const one of CASES) await writeFile(join(FOLDER, `${one.name}.verdict.json`), await frozen(one, ruleSet))
  return 0
}

async function frozen(one: FrozenCase, ruleSet: LoadedRuleSet): Promise<string> {
  const base = JSON.parse(await readFile(`fixtures/base/${one.base}.json`, 'utf8'))
  const dossier = { ...testDossier(one.change?.(base) ?? base), unnamedFiles: one.unnamedFiles ?? [] }
  const list = JSON.stringify({ exceptions: one.exceptions })
  const exceptions = one.exceptions && {
    ...readExceptions('exceptions.json', list, ruleSet.source),
    sha256: sha256(list),
  }
  const rules = ruleSet.rules.map((rule) => (rule.source.id === one.crashing ? crashing(rule) : rule))
  const { verdict } = await judge({
    dossier,
    ruleSet: { ...ruleSet, rules },
    profileId: one.profile,
    engine: { name: 'qms-verdict', version: '0.1.0' },
    asOf: '2026-11-01',
    exceptions,
  })
  return `${JSON.stringify(verdict, null, 1)}\n`
}

function crashing(rule: LoadedRuleSet['rules'][number]): LoadedRuleSet['rules'][number] {
  const answer = () => {
    throw new Error('crashed for the sake of the report')
  }
  return { ...rule, versions: rule.versions.map((version) => ({ ...version, answer })) }
}
