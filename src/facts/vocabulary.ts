import type { Vocabulary } from '../rules/vocabulary.ts'
import { agencyFacts } from './agency.ts'
import { auditCoverageFacts } from './audit-coverage.ts'
import { auditFacts } from './audits.ts'
import { catalogueFacts } from './catalogue.ts'
import { complaintFacts } from './complaints.ts'
import { isDayOff } from './day-off.ts'
import { disseminationFacts } from './dissemination.ts'
import { improvementFacts } from './improvements.ts'
import { nonconformitiesList } from './lists/nonconformities.ts'
import { objectivesList } from './lists/objectives.ts'
import { proceduresInForceList } from './lists/procedures-in-force.ts'
import { recordFacts } from './records.ts'
import { reviewFacts } from './reviews.ts'
import { satisfactionFacts } from './satisfaction.ts'
import type { Scope } from './scope.ts'
import { sectionFacts } from './sections.ts'

/** Every word rules may use about a dossier. */
export const vocabulary: Vocabulary<Scope> = {
  facts: {
    ...agencyFacts,
    ...sectionFacts,
    ...auditCoverageFacts,
    ...auditFacts,
    ...catalogueFacts,
    ...complaintFacts,
    ...disseminationFacts,
    ...improvementFacts,
    ...recordFacts,
    ...reviewFacts,
    ...satisfactionFacts,
  },
  lists: {
    nonconformities: nonconformitiesList,
    objectives: objectivesList,
    proceduresInForce: proceduresInForceList,
  },
  fileHash: (scope, path) => scope.dossier.files.get(path)?.sha256,
  isDayOff,
}
