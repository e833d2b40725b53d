import { afterAll, describe } from 'vitest'
import { type Ceph, startCeph } from './ceph.ts'

/**
 * A suite of tests that run on a real S3 server, and are skipped, with the reason in the title, where it cannot be started.
 * @param body gets a function, to be called inside tests and hooks, that gives the server
 */
export async function withCeph(title: string, body: (ceph: () => Ceph) => void): Promise<void> {
  const ceph = await startCeph()
  if (typeof ceph !== 'string') {
    describe(`${title} on Ceph RGW`, () => {
      afterAll(() => ceph.stop())
      body(() => ceph)
    })
    return
  }
  describe.skip(`${title} — skipped: ${ceph}`, () =>
    body(() => {
      throw new Error(ceph)
    }))
}
