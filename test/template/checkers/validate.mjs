// node validate.mjs <template.json>: what @aws/cloudformation-validate says of a template, strictly, as JSON.
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'

const engine = new RegoEngine()
const config = { strict: true, severityLevel: 'WARN' }
const { diagnostics } = engine.validateStandard(new TemplateFile(process.argv[2]), config)
engine.free()
const findings = diagnostics.map(({ ruleId, entity, message }) => ({
  rule: ruleId,
  resource: entity?.logicalId ?? '',
  description: message,
}))
process.stdout.write(JSON.stringify(findings))
