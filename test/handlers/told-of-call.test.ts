import type { Context } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import * as api from '../../handlers/api.ts'
import * as drawUp from '../../handlers/draw-up.ts'
import * as evaluateBundle from '../../handlers/evaluate-bundle.ts'
import * as listAgencies from '../../handlers/list-agencies.ts'
import { functionLog } from '../../handlers/log.ts'
import * as notifyLapses from '../../handlers/notify-lapses.ts'
import * as readScans from '../../handlers/read-scans.ts'

/** What the log prints of one entry. */
function printed(): string {
  const lines: string[] = []
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  functionLog({ level: 'info', event: 'seen' })
  stdout.mockRestore()
  return lines.join('')
}

test.each(Object.entries({ api, drawUp, evaluateBundle, listAgencies, notifyLapses, readScans }))(
  '%s: every line tells the request id of its call, even of one whose settings are wrong',
  async (name, { handler }) => {
    const call = handler as (event: unknown, context: Context) => Promise<unknown>
    const context = { awsRequestId: `call-of-${name}`, functionName: name } as Context
    await expect(call({}, context)).rejects.toThrow('BUNDLE_BUCKET')
    expect(JSON.parse(printed())).toMatchObject({ message: 'seen', function_request_id: `call-of-${name}` })
  },
)
