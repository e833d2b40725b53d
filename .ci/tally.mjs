// Adds up vitest's JSON reports: `node tally.mjs <report.json>…`, each with the exit status of its run in
// `<report.json>.exit`. Says what was skipped, which files took longest and, last of all, which tests failed and why:
// often only the end of a log is kept. The last line is "N passed, N failed, N skipped". Exit 1 when anything failed or
// nothing was run.
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const LONGEST_FILES = 8
/** Of all failures together, so that they and the sums stand within the last hundred lines. */
const MOST_LINES = 60
const MOST_FAILURES = 20
const MOST_LINES_A_FAILURE = 12
const MOST_WIDTH = 200

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []

function tally(file) {
  const name = basename(file, '.json')
  const run = { passed: 0, failed: 0, skipped: 0 }
  const skipped = new Map()
  const suites = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : []
  for (const suite of suites) {
    const path = suite.name.replace(/^.*?\/(?=test\/)/, '')
    const before = run.failed
    for (const { status, ancestorTitles, title, failureMessages } of suite.assertionResults) {
      if (status === 'passed') run.passed++
      else if (status === 'failed') {
        run.failed++
        const words = [...ancestorTitles, title].join(' > ')
        failures.push({ where: `${name}: ${path}: ${words}`, message: (failureMessages ?? []).join('\n') })
      } else {
        run.skipped++
        const why = ancestorTitles[0] ?? title
        skipped.set(why, (skipped.get(why) ?? 0) + 1)
      }
    }
    // A file that could not be loaded has no test that failed.
    if (suite.status === 'failed' && run.failed === before) {
      run.failed++
      failures.push({ where: `${name}: ${path} as a whole`, message: suite.message })
    }
  }
  const exit = readFileSync(`${file}.exit`, 'utf8').trim()
  if (exit !== '0' && run.failed === 0) {
    run.failed++
    failures.push({ where: `${name} ended with ${exit} though no test failed`, message: '' })
  }
  console.log(`${name}: ${run.passed} passed, ${run.failed} failed, ${run.skipped} skipped`)
  for (const [why, count] of skipped) console.log(`  skipped ${count}: ${why}`)
  sayLongest(suites)
  for (const key of Object.keys(total)) total[key] += run[key]
}

/** Which files took longest by the clock, and when, since the first test, each of them began. */
function sayLongest(suites) {
  const start = Math.min(...suites.map(({ startTime }) => startTime))
  const seconds = (ms) => `${Math.round(ms / 1000)} s`
  const longest = suites
    .map(({ name, startTime, endTime }) => ({
      name: basename(name, '.ts'),
      at: startTime - start,
      took: endTime - startTime,
    }))
    .sort((a, b) => b.took - a.took)
    .slice(0, LONGEST_FILES)
  for (const { name, at, took } of longest)
    console.log(`  ${seconds(took).padStart(6)}, from ${seconds(at).padStart(6)} on: ${name}`)
}

/** The failed tests, each with the first lines of its message: the more tests, the fewer lines each. */
function sayFailures() {
  const shown = failures.slice(0, MOST_FAILURES)
  const each = Math.min(MOST_LINES_A_FAILURE, Math.floor(MOST_LINES / shown.length) - 1)
  for (const { where, message } of shown) {
    console.log(`failed: ${where}`.slice(0, 2 * MOST_WIDTH))
    const lines = stripVTControlCharacters(message)
      .split('\n')
      .filter(
        (line) =>
          line.trim() !== '' && !line.includes('/node_modules/') && !/\(node:internal|new Promise \(<anon/.test(line),
      )
    for (const line of lines.slice(0, each)) console.log(`    ${line.slice(0, MOST_WIDTH)}`)
  }
  if (failures.length > shown.length) console.log(`… and ${failures.length - shown.length} more failed`)
}

for (const file of process.argv.slice(2)) tally(file)
if (failures.length > 0) sayFailures()
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
