import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { make as endless } from '../../../fixtures/documents/hostile-pdf/cases/form-doubling.ts'
import { LEFT_OPEN, openOf, takeOver } from '../../documents/process/take-over.ts'
import type { Attack, Target } from '../attack.ts'
import { bundleOf, uploaded } from './upload.ts'

const READER = 'document-child.mjs'
const LOOKS = 600
const LOOK_EVERY_MS = 20

interface Reader {
  line: string
  environment: string
}

const fileOf = (process: string, file: string) => readFile(`/proc/${process}/${file}`, 'utf8').catch(() => '')

async function parentOf(process: string): Promise<string> {
  const stat = await fileOf(process, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? ''
}

/** The process in which the service under attack reads a document, as soon as there is one. */
async function readerOf({ pid }: Target): Promise<Reader | undefined> {
  for (let look = 0; look < LOOKS; look++) {
    for (const name of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
      const line = await fileOf(name, 'cmdline')
      if (!line.includes(READER)) continue
      // It is started by the process that reads the bundle, which the service starts.
      const worker = await parentOf(name)
      if (worker !== String(pid) && (await parentOf(worker)) !== String(pid)) continue
      return { line, environment: await fileOf(name, 'environ') }
    }
    await sleep(LOOK_EVERY_MS)
  }
  return undefined
}

/** What a file may do that has taken over its reader. */
export const DOCUMENT_PROCESS: readonly Attack[] = [
  {
    name: 'a document that takes over its reader: keys, bundles, verdicts, programs, threads, native code',
    async play({ data, url }) {
      const addon = (await readdir('node_modules/@rolldown', { recursive: true })).find((name) =>
        name.endsWith('.node'),
      )
      const came = await takeOver({ data, url, addon: resolve('node_modules/@rolldown', addon ?? '') })
      const open = openOf(came)
      const through = open.filter((name) => !LEFT_OPEN.includes(name))
      const seen = `${Object.keys(came).length} tried; known to be open: ${open.filter((name) => LEFT_OPEN.includes(name)).join(', ') || 'none'}`
      return {
        held: through.length === 0,
        seen: through.length === 0 ? seen : `${seen}; THROUGH: ${through.join(', ')}`,
      }
    },
  },
  {
    name: 'a reader of documents with the environment of the service, or more than its own files',
    async play(target) {
      if (process.platform !== 'linux') return { held: true, seen: 'can be seen on Linux alone' }
      const agency = 'H61.59'
      const bundle = await bundleOf(agency, {}, { 'a.pdf': endless() })
      const sent = uploaded(target, agency, bundle)
      const reader = await readerOf(target)
      await sent
      if (reader === undefined) return { held: false, seen: 'no process was seen to read the document' }
      const allowed = reader.line.split('\0').filter((word) => word.startsWith('--'))
      const files = allowed.filter((word) => word.startsWith('--allow'))
      const permission = allowed.some((word) => /^--(?:experimental-)?permission$/.test(word))
      const own = files.every((word) => /^--allow-fs-read=.*\.(?:mjs|wasm|gz)$/.test(word))
      const variables = reader.environment
        .split('\0')
        .filter((entry) => entry !== '' && !entry.startsWith('LD_LIBRARY'))
      return {
        held: permission && own && variables.length === 0,
        seen: `permission model ${permission}, ${files.length} files to read, ${variables.length} variables`,
      }
    },
  },
  {
    name: "the service's debugger, opened by a signal",
    async play({ pid }) {
      process.kill(pid, 'SIGUSR1')
      await sleep(1_000)
      const answered = await fetch('http://127.0.0.1:9229/json').then(
        () => true,
        () => false,
      )
      return { held: !answered, seen: answered ? 'the debugger answers' : 'nothing answers at its port' }
    },
  },
]
