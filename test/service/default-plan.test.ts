import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { SERVE } from '../../src/cli/tables/service.ts'
import { DEFAULT_PLAN } from '../../src/service/schedule.ts'

const { recheckDay, recheckHour, noticeHour } = DEFAULT_PLAN
const day = (month: number, date: number) => [month, date].map((one) => String(one).padStart(2, '0')).join('-')

test('the functions in AWS keep the schedule that the service on one machine keeps', () => {
  // The tags of CloudFormation are not looked at here.
  const { default: params } = parse(readFileSync('serverless.yml', 'utf8'), { logLevel: 'silent', merge: true }).params
  expect({
    recheckDay: day(params.recheckMonth, params.recheckDay),
    recheckHour: params.recheckHour,
    noticeHour: params.noticeHour,
  }).toEqual(DEFAULT_PLAN)
})

test('serve keeps it unless told otherwise', () => {
  const { options } = SERVE
  expect(options['recheck-day'].default).toBe(recheckDay)
  expect(options['recheck-hour'].default).toBe(String(recheckHour))
  expect(options['notice-hour'].default).toBe(String(noticeHour))
})

test('the runbook asks for a re-check at that instant', () => {
  const instant = new Date(`2027-${recheckDay}T${String(recheckHour).padStart(2, '0')}:00:00+07:00`)
  expect(readFileSync('docs/runbook.md', 'utf8')).toContain(
    `{"scheduledTime":"${instant.toISOString().replace('.000', '')}"}`,
  )
})
