import type { Vocabulary } from '../rules/vocabulary.ts'
import { agencyFacts } from './agency.ts'
import { auditCoverageFacts } from './audit-coverage.ts'
import { auditFacts } from './audits.ts'
import { catalogueFacts } from './catalogue-facts.ts'
import { complaintFacts } from './complaints.ts'
import { isDayOff } from './day-off.ts'
import { declarationEditionFacts } from './declaration-edition.ts'
import { declarationPublicationFacts } from './declaration-publication.ts'
import { declarationScopeFacts } from './declaration-scope.ts'
import { declarationSignatureFacts } from './declaration-signature.ts'
import { declarationFacts } from './declarations.ts'
import { disseminationFacts } from './dissemination.ts'
import { effectivenessFacts } from './effectiveness.ts'
import { improvementFacts } from './improvements.ts'
import { catalogueEntriesList } from './lists/catalogue-entries.ts'
import { citedTextsList } from './lists/cited-texts.ts'
import { codesServedList } from './lists/codes-served.ts'
import { declarationStepsList } from './lists/declaration-steps.ts'
import { legalChangesList } from './lists/legal-changes.ts'
import { nonconformitiesList } from './lists/nonconformities.ts'
import { objectivesList } from './lists/objectives.ts'
import { proceduresInForceList } from './lists/procedures-in-force.ts'
import { processesInForceList } from './lists/processes-in-force.ts'
import { scopeChangesList } from './lists/scope-changes.ts'
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
    ...declarationEditionFacts,
    ...declarationFacts,
    ...declarationPublicationFacts,
    ...declarationScopeFacts,
    ...declarationSignatureFacts,
    ...disseminationFacts,
    ...effectivenessFacts,
    ...improvementFacts,
    ...recordFacts,
    ...reviewFacts,
    ...satisfactionFacts,
  },
  lists: {
    catalogueEntries: catalogueEntriesList,
    citedTexts: citedTextsList,
    codesServed: codesServedList,
    declarationSteps: declarationStepsList,
    legalChanges: legalChangesList,
    nonconformities: nonconformitiesList,
    objectives: objectivesList,
    proceduresInForce: proceduresInForceList,
    processesInForce: processesInForceList,
    scopeChanges: scopeChangesList,
  },
  fileHash: (scope, path) => scope.dossier.files.get(path)?.sha256,
  isDayOff,
}
