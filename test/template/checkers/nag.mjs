// node nag.mjs <template.json> <folder for its output>: what cdk-nag's packs say of a template, as JSON.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { App, Stack, Validations } from 'aws-cdk-lib'
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'

const [templateFile, outdir] = process.argv.slice(2)
const app = new App({ outdir })
new CfnInclude(new Stack(app, 'Service'), 'Template', { templateFile })
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
try {
  app.synth()
} catch (error) {
  // Thrown for whatever is found; the report tells it.
  if (error.name !== 'ValidationFailed') throw error
}
const { pluginReports } = JSON.parse(await readFile(join(outdir, 'validation-report.json'), 'utf8'))
const findings = pluginReports
  .filter(({ pluginName }) => ['AwsSolutions', 'Serverless'].includes(pluginName))
  .flatMap(({ violations }) => violations)
  .flatMap(({ ruleName, description, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => ({
      rule: ruleName,
      resource: constructPath.split('/').at(-1),
      description,
    })),
  )
process.stdout.write(JSON.stringify(findings))
