import { vocabulary } from '../../../src/rules/facts/vocabulary.ts'
import type { FactDefinition } from '../../../src/rules/vocabulary.ts'
import '../../../src/service/workers/worker.ts'

// A worker as it is, but for one fact that never ends for one agency: what no rule may be, and some pattern may yet be.
const facts = vocabulary.facts as Record<string, FactDefinition<{ manifest: { agency: { code: string } } }>>
const word = facts['budget.maintenance']
if (word === undefined) throw new Error('there is no budget.maintenance')
facts['budget.maintenance'] = {
  ...word,
  read(scope, clock) {
    while (scope.manifest.agency.code === 'H61.66');
    return word.read(scope, clock)
  },
}
