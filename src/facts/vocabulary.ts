import type { Vocabulary } from '../rules/vocabulary.ts'
import { agencyFacts } from './agency.ts'
import { auditFacts } from './audits.ts'
import { catalogueFacts } from './catalogue.ts'
import { isDayOff } from './day-off.ts'
import { proceduresInForceList } from './lists/procedures-in-force.ts'
import type { Scope } from './scope.ts'
import { sectionFacts } from './sections.ts'

/** Every word rules may use about a dossier. */
export const vocabulary: Vocabulary<Scope> = {
  facts: {
    ...agencyFacts,
    ...sectionFacts,
    ...auditFacts,
    ...catalogueFacts,
  },
  lists: {
    proceduresInForce: proceduresInForceList,
  },
  fileHash: (scope, path) => scope.dossier.files.get(path)?.sha256,
  isDayOff,
}
