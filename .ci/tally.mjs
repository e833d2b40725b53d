// Adds up vitest's JSON reports: `node tally.mjs <report.json>…`, each with the exit status of its run in
// `<report.json>.exit`. Says what was skipped, and ends with "N passed, N failed, N skipped". Exit 1 when anything
// failed or nothing was run.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

const total = { passed: 0, failed: 0, skipped: 0 }

function tally(file) {
  const run = { passed: 0, failed: 0, skipped: 0 }
  const skipped = new Map()
  const suites = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : []
  for (const suite of suites) {
    const before = run.failed
    for (const { status, ancestorTitles, title } of suite.assertionResults) {
      if (status === 'passed' || status === 'failed') run[status]++
      else {
        run.skipped++
        const why = ancestorTitles[0] ?? title
        skipped.set(why, (skipped.get(why) ?? 0) + 1)
      }
    }
    // A file that could not be loaded has no test that failed.
    if (suite.status === 'failed' && run.failed === before) {
      run.failed++
      console.log(`failed as a whole: ${suite.name}: ${suite.message}`)
    }
  }
  const exit = readFileSync(`${file}.exit`, 'utf8').trim()
  if (exit !== '0' && run.failed === 0) {
    run.failed++
    console.log(`${basename(file, '.json')} ended with ${exit} though no test failed`)
  }
  console.log(`${basename(file, '.json')}: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped`)
  for (const [why, count] of skipped) console.log(`  skipped ${count}: ${why}`)
  for (const key of Object.keys(total)) total[key] += run[key]
}

for (const file of process.argv.slice(2)) tally(file)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
