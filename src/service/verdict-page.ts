import type { Language } from '../base/localized.ts'
import { verdictHtml } from '../report/html/verdict-html.ts'
import { readFacts } from './facts.ts'
import { pageKey } from './keys.ts'
import type { ServiceTools } from './ports.ts'
import type { ReadVerdict } from './service.ts'

/** See {@link Service.verdictPage}. A page that is not there any more is rendered anew. */
export async function verdictPage(
  { listed, verdict }: ReadVerdict,
  lang: Language,
  { verdicts, judge, trust }: Pick<ServiceTools, 'verdicts' | 'judge' | 'trust'>,
): Promise<string> {
  const stored = lang === 'vi' ? await verdicts.read(pageKey(listed.key)) : undefined
  if (stored !== undefined) return new TextDecoder().decode(stored)
  const notices = (await readFacts(verdict.bundle.sha256, { verdicts, trust }))?.notices ?? []
  return verdictHtml(verdict, { ruleSet: judge.ruleSet.source, lang, notices })
}
