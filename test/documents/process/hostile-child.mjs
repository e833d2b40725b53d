// Stands in for a reader of documents that a file has taken over: started exactly as the reader is, it tries what it may
// do, and says of each try whether it came through. The first line of its input says where the data are.
import { execFileSync } from 'node:child_process'
import dgram from 'node:dgram'
import fs from 'node:fs'
import http from 'node:http'
import inspector from 'node:inspector'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { Worker } from 'node:worker_threads'

const { data, url, addon } = JSON.parse(await firstLine())

const TRIES = {
  'read the environment of its parent': () => fs.readFileSync(`/proc/${process.ppid}/environ`),
  'read the command line of its parent': () => fs.readFileSync(`/proc/${process.ppid}/cmdline`),
  'read the files its parent has open': () => fs.readdirSync(`/proc/${process.ppid}/fd`),
  'read the memory of its parent': () => fs.openSync(`/proc/${process.ppid}/mem`, 'r'),
  'list the data': () => fs.readdirSync(data),
  'read a key': () => fs.readFileSync(`${data}/keys/key.json`),
  'read a bundle by a promise': () => fs.promises.readFile(`${data}/bundle-store/bundle.zip`),
  'read a bundle by a stream': () => fs.createReadStream(`${data}/bundle-store/bundle.zip`).toArray(),
  'ask whether a file is there': () => fs.statSync(`${data}/keys/key.json`),
  'write a verdict': () => fs.writeFileSync(`${data}/verdict-store/verdict.json`, '{}'),
  'write over its own code': () => fs.appendFileSync(new URL(import.meta.url), '\n'),
  'remove a bundle': () => fs.rmSync(`${data}/bundle-store/bundle.zip`),
  'make a link to a key': () => fs.symlinkSync(`${data}/keys/key.json`, `${data}/link`),
  'read the password file': () => fs.readFileSync('/etc/passwd'),
  'load a module of the machine': () => createRequire(import.meta.url)(`${data}/module.cjs`),
  'start a program': () => execFileSync('/bin/true'),
  'start a program by an inner binding': () =>
    process.binding('spawn_sync').spawn({ file: '/bin/true', args: ['true'], stdio: [] }),
  'read a file by an inner binding': () => process.binding('fs').readFileUtf8(`${data}/keys/key.json`, 0),
  'start a thread': () => once(new Worker('0', { eval: true })),
  'load native code': () => process.dlopen({ exports: {} }, addon),
  'open the debugger on itself': () => inspector.open(0),
  'find words in its environment': () => must(Object.keys(process.env).some((name) => name !== 'LD_LIBRARY_PATH')),
  'find a file that was open already': () => {
    for (let descriptor = 3; descriptor < 64; descriptor++) if (isFile(descriptor)) return
    throw new Error('none')
  },
  'give itself permissions': () => {
    process.permission.has = () => true
    syncBuiltinESMExports()
    fs.readFileSync(`${data}/keys/key.json`)
  },
  'ask the service over the network': () => once(http.get(url), 'response'),
  'listen on the network': () => once(net.createServer().listen(0, '127.0.0.1'), 'listening'),
  'send a packet': () =>
    new Promise((sent, failed) => {
      dgram.createSocket('udp4').send('x', 9, '127.0.0.1', (error) => (error ? failed(error) : sent()))
    }),
  'send its parent a signal': () => process.kill(process.ppid, 0),
}

const came = {}
for (const [name, attempt] of Object.entries(TRIES)) {
  try {
    await attempt()
    came[name] = 'open'
  } catch (error) {
    came[name] = String(error.code ?? error.message)
  }
}
process.stdout.write(JSON.stringify(came), () => process.exit())

function isFile(descriptor) {
  try {
    const stat = fs.fstatSync(descriptor)
    return stat.isFile() || stat.isDirectory()
  } catch {
    return false
  }
}

function must(holds) {
  if (!holds) throw new Error('none')
}

/** What an emitter says, or its error; a thread that ends is one that has run. */
function once(emitter, event = 'exit') {
  return new Promise((resolve, reject) => {
    emitter.once(event, resolve)
    emitter.once('error', reject)
  })
}

async function firstLine() {
  let text = ''
  for await (const piece of process.stdin) {
    text += piece
    if (text.includes('\n')) return text
  }
  return text
}
