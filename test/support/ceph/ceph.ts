import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type S3Connection, type S3Settings, s3Connector } from '../../../src/service/s3-connection.ts'

const SCRIPT = fileURLToPath(new URL('run-ceph.sh', import.meta.url))
const PROGRAMS = ['ceph', 'ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin']

/** A running S3 server (Ceph RGW). */
export interface Ceph {
  settings: S3Settings & { endpoint: string; credentials: { accessKeyId: string; secretAccessKey: string } }
  connect(): Promise<S3Connection>
  makeBucket(name: string, versioned?: 'versioned'): Promise<void>
  stop(): Promise<void>
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** Why Ceph cannot run on this machine; undefined when it may. */
function whyNoCeph(): string | undefined {
  const absent = PROGRAMS.filter((program) => !isInstalled(program))
  if (absent.length > 0) return `${absent.join(', ')} not installed (Debian: radosgw ceph-mon ceph-osd ceph-common)`
  return process.getuid?.() === 0 ? undefined : 'the Ceph daemons are started by root only'
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * Starts a server of one's own (about 12 s); it ends with `stop`, and also when this process does.
 * @returns why not, where it cannot be started
 */
export async function startCeph(): Promise<Ceph | string> {
  const why = whyNoCeph()
  if (why !== undefined) return why
  const port = await freePort()
  const credentials = { accessKeyId: 'AKIATESTER', secretAccessKey: 'only-for-tests' }
  const args = [await freePort(), port, credentials.accessKeyId, credentials.secretAccessKey]
  const script = spawn(SCRIPT, args.map(String), { stdio: 'pipe' })
  const ended = new Promise<void>((resolve) => script.once('exit', () => resolve()))
  const told: string[] = []
  createInterface(script.stderr).on('line', (line) => told.push(line))

  async function stop(): Promise<void> {
    script.stdin.end()
    await ended
  }

  const ready = new Promise<true>((resolve) => createInterface(script.stdout).once('line', () => resolve(true)))
  if (!(await Promise.race([ready, ended]))) {
    await stop()
    return `Ceph did not start: ${told.join('; ')}`
  }
  const settings = { endpoint: `http://127.0.0.1:${port}`, forcePathStyle: true, region: 'us-east-1', credentials }
  const connect = s3Connector(settings)
  return {
    settings,
    connect,
    stop,
    async makeBucket(name, versioned) {
      const { sdk, client } = await connect()
      await client.send(new sdk.CreateBucketCommand({ Bucket: name }))
      if (versioned === undefined) return
      const VersioningConfiguration = { Status: 'Enabled' } as const
      await client.send(new sdk.PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration }))
    },
  }
}
