import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import * as z from 'zod'
import { InputError, withValues } from '../core/errors.ts'
import { HOME_PATH } from '../core/paths.ts'
import { noSuchPage } from './problems.ts'
import { ASSETS_TEXTS } from './words.ts'

/** A file that browsers keep for ever, since its name changes with its content. */
interface AssetFile {
  bytes: Uint8Array<ArrayBuffer>
  type: string
}

/** What the pages are shown with: styles, fonts and scripts, as the build left them. */
export interface Assets {
  /** The style sheet, which stands in every page. */
  styles: string
  /** Addresses of the fonts of the first screen. */
  fonts: readonly string[]
  /**
   * Address of an island's script.
   * @throws RangeError when there is no such island
   */
  island(name: string): string
  /** A file by its name; undefined when there is none. */
  file(name: string): Promise<AssetFile | undefined>
}

/** Where the assets are served. */
export const ASSETS_PATH = '/assets'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}

const manifest = z.strictObject({
  /** File name of the style sheet. */
  styles: z.string(),
  /** File names of the fonts of the first screen. */
  fonts: z.array(z.string()),
  /** File names of scripts, by island. */
  islands: z.record(z.string(), z.string()),
  /** Every file that may be asked for. */
  files: z.array(z.string()),
})

/**
 * The assets in a folder that the build made.
 * @throws InputError when they are not there
 */
export async function readAssets(folder: string): Promise<Assets> {
  const { styles, fonts, islands, files } = await readManifest(folder)
  return {
    styles: await readFile(join(folder, styles), 'utf8'),
    fonts: fonts.map((name) => `${ASSETS_PATH}/${name}`),
    island(name) {
      const file = islands[name]
      if (file === undefined) throw new RangeError(`no island ${name}`)
      return `${ASSETS_PATH}/${file}`
    },
    async file(name) {
      const type = TYPES[extname(name)]
      if (type === undefined || !files.includes(name)) return undefined
      return { bytes: Uint8Array.from(await readFile(join(folder, name))), type }
    },
  }
}

async function readManifest(folder: string): Promise<z.infer<typeof manifest>> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  } catch (cause) {
    throw new InputError(withValues(ASSETS_TEXTS.filesPagesInCannot, { folder }), { cause })
  }
}

/** Serves the assets under their names, to be kept for a year. */
export function assetFiles(assets: Assets): Hono {
  return new Hono().get(`${ASSETS_PATH}/:name`, async (context) => {
    const { path } = context.req
    const file = await assets.file(context.req.param('name'))
    if (file === undefined) throw noSuchPage(path)
    // The script beside the pages stands among the assets, and hears of all pages: of signing out too.
    if (path === assets.island('offline')) context.header('Service-Worker-Allowed', HOME_PATH)
    return context.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
}
