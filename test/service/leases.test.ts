import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { FolderStore } from '../../src/service/store-folder.ts'
import { leaseContract } from './support/lease-contract.ts'

const root = await mkdtemp(join(tmpdir(), 'qms-verdict-leases-'))
afterAll(() => rm(root, { recursive: true }))

leaseContract('a folder', async () => new FolderStore(await mkdtemp(join(root, 'store-'))))
