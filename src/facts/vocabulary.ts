import type { Vocabulary } from '../rules/vocabulary.ts'
import { agencyFacts } from './agency.ts'
import { auditCoverageFacts } from './audit-coverage.ts'
import { auditFacts } from './audits.ts'
import { budgetFacts } from './budget.ts'
import { catalogueFacts } from './catalogue-facts.ts'
import { certificateFacts } from './certificates.ts'
import { complaintFacts } from './complaints.ts'
import { consultantFacts } from './consultants.ts'
import { isDayOff } from './day-off.ts'
import { declarationEditionFacts } from './declaration-edition.ts'
import { declarationPublicationFacts } from './declaration-publication.ts'
import { declarationScopeFacts } from './declaration-scope.ts'
import { declarationSignatureFacts } from './declaration-signature.ts'
import { declarationFacts } from './declarations.ts'
import { disseminationFacts } from './dissemination.ts'
import { documentFacts } from './document-facts.ts'
import { dutyFacts } from './duty.ts'
import { edition2008Facts } from './edition-2008.ts'
import { effectivenessFacts } from './effectiveness.ts'
import { improvementFacts } from './improvements.ts'
import { catalogueEntriesList } from './lists/catalogue-entries.ts'
import { citedTextsList } from './lists/cited-texts.ts'
import { codesServedList } from './lists/codes-served.ts'
import { consistencyChecksList } from './lists/consistency-checks.ts'
import { consultantsList } from './lists/consultants.ts'
import { controlledDocumentsList } from './lists/controlled-documents.ts'
import { declarationStepsList } from './lists/declaration-steps.ts'
import { documentTypesList } from './lists/document-types.ts'
import { earlierFindingsList } from './lists/earlier-findings.ts'
import { filesList } from './lists/files.ts'
import { legalChangesList } from './lists/legal-changes.ts'
import { namedFilesList } from './lists/named-files.ts'
import { nonconformitiesList } from './lists/nonconformities.ts'
import { objectivesList } from './lists/objectives.ts'
import { proceduresInForceList } from './lists/procedures-in-force.ts'
import { processesInForceList } from './lists/processes-in-force.ts'
import { scopeChangesList } from './lists/scope-changes.ts'
import { onSiteInspectionFacts } from './on-site-inspection.ts'
import { paper } from './papers.ts'
import { recordFacts } from './records.ts'
import { reviewFacts } from './reviews.ts'
import { satisfactionFacts } from './satisfaction.ts'
import type { Scope } from './scope.ts'
import { scopeStatementFacts } from './scope-statement.ts'
import { secrecyFacts } from './secrets.ts'
import { sectionFacts } from './sections.ts'
import { statusReportFacts } from './status-report.ts'
import { actsText } from './text/acts-text.ts'
import { declarationText } from './text/declaration-text.ts'
import { documentText } from './text/document-text.ts'
import { isSigned } from './text/reading-of.ts'
import { upkeepText } from './text/upkeep-text.ts'
import { trainingFacts } from './training.ts'

/** Every word rules may use about a dossier. */
export const vocabulary: Vocabulary<Scope> = {
  facts: {
    ...agencyFacts,
    ...sectionFacts,
    ...auditCoverageFacts,
    ...auditFacts,
    ...budgetFacts,
    ...catalogueFacts,
    ...certificateFacts,
    ...complaintFacts,
    ...consultantFacts,
    ...declarationEditionFacts,
    ...declarationFacts,
    ...declarationPublicationFacts,
    ...declarationScopeFacts,
    ...declarationSignatureFacts,
    ...disseminationFacts,
    ...documentFacts,
    ...dutyFacts,
    ...edition2008Facts,
    ...effectivenessFacts,
    ...improvementFacts,
    ...onSiteInspectionFacts,
    ...recordFacts,
    ...reviewFacts,
    ...satisfactionFacts,
    ...scopeStatementFacts,
    ...secrecyFacts,
    ...statusReportFacts,
    ...trainingFacts,
  },
  lists: {
    catalogueEntries: catalogueEntriesList,
    citedTexts: citedTextsList,
    codesServed: codesServedList,
    consistencyChecks: consistencyChecksList,
    consultants: consultantsList,
    controlledDocuments: controlledDocumentsList,
    declarationSteps: declarationStepsList,
    documentTypes: documentTypesList,
    earlierFindings: earlierFindingsList,
    files: filesList,
    legalChanges: legalChangesList,
    namedFiles: namedFilesList,
    nonconformities: nonconformitiesList,
    objectives: objectivesList,
    proceduresInForce: proceduresInForceList,
    processesInForce: processesInForceList,
    scopeChanges: scopeChangesList,
  },
  readings: { ...actsText, ...declarationText, ...documentText, ...upkeepText },
  isSigned,
  paper,
  fileHash: (scope, path) => scope.dossier.files.get(path)?.sha256,
  isDayOff,
}
