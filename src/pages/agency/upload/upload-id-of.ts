import type { Context } from 'hono'
import { isUploadId } from '../../../service/upload-id.ts'
import { noSuchPage } from '../../problems/protocol.ts'

/**
 * The upload that an address names.
 * @throws PageProblem when it names none
 */
export function uploadIdOf({ req }: Context): string {
  const id = req.param('id') ?? ''
  if (!isUploadId(id)) throw noSuchPage(req.path)
  return id
}
