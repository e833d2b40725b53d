import type { Vocabulary } from '../vocabulary.ts'
import { complaintFacts, onSiteInspectionFacts, satisfactionFacts, statusReportFacts } from './accountability.ts'
import { agencyFacts, sectionFacts } from './agency.ts'
import { auditCoverageFacts, auditFacts } from './audits.ts'
import { fromAuthority } from './authority.ts'
import { catalogueEntriesList, catalogueFacts } from './catalogue.ts'
import { consistencyChecksList } from './consistency.ts'
import { budgetFacts, certificateFacts, consultantFacts, consultantsList } from './consulting.ts'
import { controlledDocumentsList } from './controlled-documents.ts'
import { daysOffKnownThrough, isDayOff } from './days-off.ts'
import { declarationFacts } from './declaration.ts'
import { declarationEditionFacts, edition2008Facts } from './declaration-edition.ts'
import {
  declarationPublicationFacts,
  declarationSignatureFacts,
  declarationStepsList,
} from './declaration-publication.ts'
import { declarationScopeFacts, scopeChangesList, scopeStatementFacts } from './declaration-scope.ts'
import { actsText, declarationText } from './declaration-text.ts'
import { documentFacts, documentText, documentTypesList } from './documents.ts'
import { dutyFacts } from './duty.ts'
import { isSigned } from './fact.ts'
import { filesList, namedFilesList, secrecyFacts } from './files.ts'
import { citedTextsList, legalChangesList } from './legal-texts.ts'
import { earlierFindingsList, improvementFacts, nonconformitiesList } from './nonconformities.ts'
import { paper } from './papers.ts'
import { codesServedList, proceduresInForceList, processesInForceList } from './procedures.ts'
import { effectivenessFacts, reviewFacts } from './reviews.ts'
import type { Scope } from './scope.ts'
import { disseminationFacts, objectivesList, recordFacts, recordsOfPastYearList, trainingFacts } from './upkeep.ts'
import { upkeepText } from './upkeep-text.ts'

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
    recordsOfPastYear: recordsOfPastYearList,
    scopeChanges: scopeChangesList,
  },
  readings: { ...actsText, ...declarationText, ...documentText, ...upkeepText },
  isSigned,
  paper,
  fileHash: (scope, path) => scope.dossier.files.get(path)?.sha256,
  fromAuthority,
  isDayOff,
  daysOffKnownThrough,
}
