import { Hono } from 'hono'
import { noSuchPage } from '../problems/protocol.ts'
import type { Assets } from './assets.ts'
import { ASSETS_PATH } from './read-assets.ts'

/** Serves the assets under their names, to be kept for a year. */
export function assetFiles(assets: Assets): Hono {
  return new Hono().get(`${ASSETS_PATH}/:name`, async (context) => {
    const file = await assets.file(context.req.param('name'))
    if (file === undefined) throw noSuchPage(context.req.path)
    return context.body(file.bytes, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
}
