import { expect, test, vi } from 'vitest'
import { describeFault, logLines } from '../../src/service/log.ts'
import { StoreFault } from '../../src/service/store.ts'

test('one thing that happened is one line of JSON: when, how bad, what, and its fields', () => {
  const written: unknown[] = []
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((line) => written.push(line) > 0)
  const log = logLines(() => new Date('2026-11-01T02:00:00Z'))
  log('warn', 'disk-full', { path: 'a\nb' })
  log('info', 'started')
  stdout.mockRestore()
  expect(written).toEqual([
    '{"time":"2026-11-01T02:00:00.000Z","level":"warn","event":"disk-full","path":"a\\nb"}\n',
    '{"time":"2026-11-01T02:00:00.000Z","level":"info","event":"started"}\n',
  ])
})

test('of a fault its name, code and place are told, and never a message that may quote a dossier', () => {
  const cause = Object.assign(new Error('Trần Thị Ngọc Ánh'), { code: 'ENOSPC' })
  const told = describeFault(new TypeError('Hồ sơ của Sở Tư pháp', { cause }))
  expect(told).toEqual({
    name: 'TypeError',
    at: expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/),
    cause: { name: 'Error', code: 'ENOSPC', at: expect.stringMatching(/^at .*log\.test\.ts/) },
  })
})

test('the message of a fault of the store names a place and is told; what is no error is told by its kind', () => {
  expect(describeFault(StoreFault.from('read', 'bundles/H61.12/a.zip', new Error('EIO')))).toMatchObject({
    name: 'StoreFault',
    message: expect.stringContaining('bundles/H61.12/a.zip'),
  })
  expect(describeFault('Sở Tư pháp')).toEqual({ name: 'string' })
})
