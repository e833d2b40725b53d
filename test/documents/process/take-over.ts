import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import { isNetworkClosed, startConfined } from '../../../src/documents/process/confinement.ts'

/** What the stand-in is told: a folder of data to get at, a service on loopback, a library of native code. */
export interface Prey {
  data: string
  url: string
  addon: string
}

/** What is left to the process that reads documents: in a network of its own it hears and is heard by nobody. Node 25 and later refuse even that. */
export const LEFT_OPEN = isNetworkClosed()
  ? ['listen on the network', 'send its parent a signal']
  : ['ask the service over the network', 'listen on the network', 'send a packet', 'send its parent a signal']

/**
 * Starts the stand-in for a reader that a file has taken over, exactly as the product starts its reader.
 * @returns of each thing it tried `open`, or the error that met it
 */
export async function takeOver(prey: Prey): Promise<Record<string, string>> {
  const child = startConfined(pathToFileURL('test/documents/process/hostile-child.mjs'))
  const { stdin, stdout, stderr } = child
  if (!stdin || !stdout || !stderr) throw new Error('it has no pipes')
  stdin.write(`${JSON.stringify(prey)}\n`)
  const [said, complaints] = await Promise.all([text(stdout), text(stderr)])
  if (said === '') throw new Error(`the stand-in said nothing: ${complaints}`)
  return z.record(z.string(), z.string()).parse(JSON.parse(said))
}

/** The names of what came through. */
export const openOf = (came: Readonly<Record<string, string>>): string[] =>
  Object.keys(came).filter((name) => came[name] === 'open')
