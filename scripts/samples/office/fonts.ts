import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { thinFont } from './thin-font.ts'

/**
 * Makes the fonts of a folder known to LibreOffice, and no others, in a folder of its own.
 * @returns the environment for `soffice`
 */
export async function withFonts(fonts: string, folder: string): Promise<NodeJS.ProcessEnv> {
  const names = (await readdir(fonts, { recursive: true })).filter((name) => name.endsWith('.ttf'))
  if (names.length === 0) throw new Error(`no TrueType font lies in ${fonts}`)
  const thin = join(folder, 'fonts')
  await mkdir(thin)
  for (const [at, name] of names.entries())
    await writeFile(join(thin, `${at}.ttf`), thinFont(await readFile(join(fonts, name))))
  const settings = join(folder, 'fonts.conf')
  const alias = '<alias binding="same"><family>Times New Roman</family><accept><family>Tinos</family></accept></alias>'
  await writeFile(settings, `<fontconfig><dir>${thin}</dir><cachedir>${folder}/cache</cachedir>${alias}</fontconfig>`)
  return { ...process.env, FONTCONFIG_FILE: settings }
}
