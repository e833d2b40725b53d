import { Engine, type Fact, type RuleProperties } from 'json-rules-engine'
import { addOperators } from '../../src/rules/condition.ts'

/** What a rule comes to by a plain engine that knows our operators and facts, and nothing else of ours. */
export async function outcomesByBareEngine(
  rules: RuleProperties[],
  facts: readonly Fact[],
): Promise<Map<string, string>> {
  const engine = new Engine(rules)
  addOperators(engine)
  for (const fact of facts) engine.addFact(fact)
  const { results } = await engine.run()
  return new Map(results.map(({ event, conditions }) => [event?.params?.rule, firstHolding(conditions)]))
}

/** The name of the first line that holds, `pass by assert`. */
function firstHolding(conditions: object): string {
  const lines = 'any' in conditions ? (conditions.any as { name: string; result: boolean }[]) : []
  return lines.find(({ result }) => result)?.name ?? 'none'
}
