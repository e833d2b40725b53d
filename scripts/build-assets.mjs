// Builds what browsers load: styles, fonts and the scripts of the islands, with a manifest that names them.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The cuts of the font that every first screen uses. */
const FIRST_FONTS = /^be-vietnam-pro-(vietnamese|latin)-400-/

/**
 * Builds the assets into a folder of their own: every name changes with its content, but that of `manifest.json`.
 * @param {string} outdir emptied first
 */
export async function buildAssets(outdir) {
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  const islands = (await readdir(join(root, 'src/browser'))).filter((name) => /(?<!\.d)\.ts$/.test(name))
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { styles: 'src/http/design/styles.css', ...Object.fromEntries(islands.map(entryOf)) },
    outdir,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  })
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifestOf(metafile.outputs), null, 2)}\n`)
}

const entryOf = (name) => [basename(name, '.ts'), `src/browser/${name}`]

function manifestOf(outputs) {
  const all = Object.entries(outputs).map(([path, { entryPoint }]) => ({ name: basename(path), entryPoint }))
  const files = all.map(({ name }) => name).filter((name) => extname(name) !== '.css')
  const scripts = all.filter(({ entryPoint }) => entryPoint?.endsWith('.ts'))
  return {
    styles: all.find(({ name }) => extname(name) === '.css')?.name,
    fonts: files.filter((name) => FIRST_FONTS.test(name)),
    islands: Object.fromEntries(scripts.map(({ name, entryPoint }) => [basename(entryPoint, '.ts'), name])),
    files,
  }
}
