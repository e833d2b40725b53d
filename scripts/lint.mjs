// `npm run lint`: style, types and what nobody uses, all at once; each tells what it found when it has ended. Exit 1 when
// one of them found something.
import { spawn } from 'node:child_process'

const CHECKS = [['biome', 'check', '.'], ['tsc', '-p', '.'], ['tsc', '-p', 'src/browser'], ['knip']]

/** Runs one of them. @returns whether it found nothing */
function check([program, ...args]) {
  return new Promise((resolve) => {
    // npm puts the programs of this project on the path.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let told = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        told += text
      })
    const end = (well, more = '') => {
      process.stdout.write(`${well ? '✓' : '✗'} ${[program, ...args].join(' ')}\n${told}${more}`)
      resolve(well)
    }
    child.once('error', (error) => end(false, `${error.message}\n`))
    child.once('close', (code) => end(code === 0))
  })
}

const results = await Promise.all(CHECKS.map(check))
process.exitCode = results.every(Boolean) ? 0 : 1
