import { writeOutput } from '../write-output.ts'

/**
 * Writes files into a folder and prints the path of each.
 * @throws InputError when the folder cannot be written
 */
export async function writePaths(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files))
    process.stdout.write(`${await writeOutput(folder, name, content)}\n`)
}
