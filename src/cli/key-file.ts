import type { KeyObject } from 'node:crypto'
import { basename } from 'node:path'
import { readInput } from './load.ts'

/**
 * A key from a file named on the command line.
 * @throws InputError when it cannot be read or is no such key
 */
export async function keyFile(file: string, read: (text: string, name: string) => KeyObject): Promise<KeyObject> {
  return read(new TextDecoder().decode(await readInput(file)), basename(file))
}
