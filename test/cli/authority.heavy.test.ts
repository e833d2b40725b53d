import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { commandLine } from './command-line.ts'
import { makeWorkspace } from './workspace.ts'

const SAMPLE = 'samples/department-complete.zip'
const CODE = 'H61.12'
const RECORD = { agency: CODE, noticeReceivedOn: null, earlierFindings: [{ id: 'KT-1', raisedOn: '2026-02-02' }] }
const REGISTER = 'Mã cơ quan,Tên cơ quan,Khối,Đổi tên từ,Ngày thay đổi\n'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>
const run = (...args: string[]) => commandLine.run(args, workspace.folder)
const check = (...args: string[]) =>
  run('check', SAMPLE, '--as-of', '2026-11-01', '--no-ocr', '--format', 'json', ...args)
const verify = (file: string, ...args: string[]) => run('verify', file, '--bundle', SAMPLE, '--lang', 'en', ...args)
const screen = (...args: string[]) =>
  run(
    ...['prescreen', 'bundles', '--jobs', '1', '--no-cache', '--year', '2026', '--as-of', '2026-11-01'],
    ...['--format', 'json', ...args],
  )
const write = (name: string, text: string) => writeFile(join(workspace.folder, name), text)
const json = async (name: string) => JSON.parse(await readFile(join(workspace.folder, name), 'utf8'))
const outcome = (verdict: { findings: { rule: string; outcome: string }[] }, rule: string) =>
  verdict.findings.find((one) => one.rule === rule)?.outcome

beforeAll(async () => {
  workspace = await makeWorkspace()
  const { folder } = workspace
  for (const name of ['records', 'lists', 'bundles', 'others']) await mkdir(join(folder, name))
  await cp(join(folder, SAMPLE), join(folder, 'bundles/stp.zip'))
  await write('record.json', JSON.stringify(RECORD))
  await write(`records/${CODE}.json`, JSON.stringify(RECORD))
  await write(`others/${CODE}.json`, JSON.stringify({ ...RECORD, agency: 'H61.13' }))
  await cp(join(folder, 'inputs/authority.csv'), join(folder, `lists/${CODE}.csv`))
  await write('register.csv', `${REGISTER}${CODE},Sở Tư pháp,Sở,,\n`)
  await write('renamed.csv', `${REGISTER}${CODE},Sở Tư pháp,Sở,Sở Tư pháp cũ,2026-09-01\n`)
})
afterAll(async () => {
  await workspace?.remove()
})

describe('check', () => {
  it.each(['record.json', 'records'])('judges by the record in %s, and says which facts are its', async (given) => {
    const { stdout } = await check('--records', given)
    const verdict = JSON.parse(stdout)
    expect(verdict.records).toMatchObject({ used: ['/earlierFindings', '/noticeReceivedOn'] })
    expect(outcome(verdict, 'declaration-notified-to-dost')).toBe('fail')
    expect(outcome(JSON.parse((await check()).stdout), 'declaration-notified-to-dost')).toBe('pass')
  })

  it('takes the list of the agency from a folder', async () => {
    const { stdout } = await check('--catalogue', 'lists')
    expect(JSON.parse(stdout).catalogue).toMatchObject({ source: 'authority' })
  })

  it.each([
    ['a record of another agency', { ...RECORD, agency: 'H61.13' }, /không có cơ quan H61\.12.*không có thông tin/s],
    ['a key that is not known', { ...RECORD, noticeRecievedOn: null }, /noticeRecievedOn.*noticeReceivedOn/s],
    ['a day that does not exist', { ...RECORD, noticeReceivedOn: '2026-02-30' }, /2026-02-30.*(ngày|YYYY)/s],
    ['a rule that does not exist', { agency: CODE, papersSeen: [SEEN('declaration-in-forc')] }, /declaration-in-force/],
    ['what is no JSON', '{ "agency": ', /dòng 1, cột 13: tệp kết thúc mà dấu ngoặc mở/],
    ['a list', [], /không phải là JSON/],
  ])('tells what is wrong with %s', async (_, value, told) => {
    await write('wrong.json', typeof value === 'string' ? value : JSON.stringify(value))
    const { stderr, stdout } = await run(
      'check',
      SAMPLE,
      '--as-of',
      '2026-11-01',
      '--no-ocr',
      '--records',
      'wrong.json',
    )
    expect(stderr + stdout).toMatch(told)
  })

  it('tells that a file named after an agency holds another', async () => {
    const { status, stderr } = await check('--records', 'others')
    expect(status).toBe(2)
    expect(stderr).toMatch(/tên tệp là của cơ quan H61\.12.*H61\.13/s)
    expect((await check('--records', 'others', '--lang', 'en')).stderr).toMatch(/its name says H61\.12.*H61\.13/s)
  })
})

const SEEN = (rule: string) => ({ rule, how: 'paper', seenOn: '2026-10-01', by: 'Lê Văn An' })

describe('prescreen', () => {
  it('judges each agency by its own record and list, and the written verdict verifies with both alone', async () => {
    const { stdout } = await screen('--register', 'register.csv', '--verdicts', 'out', '--records', 'records')
    expect(JSON.parse(stdout).agencies[0].code).toBe(CODE)
    const verdict = await json(`out/${CODE}.json`)
    expect(verdict.records.used).toContain('/noticeReceivedOn')
    expect(verdict.register).toBeUndefined()
    expect(await verify(`out/${CODE}.json`, '--records', 'record.json')).toMatchObject({ status: 0 })
    const without = await verify(`out/${CODE}.json`)
    expect(without).toMatchObject({ status: 1, stdout: expect.stringContaining('--records') })
  })

  it('names the file of records that cannot be used', async () => {
    const { status, stderr } = await screen('--register', 'register.csv', '--records', 'others')
    expect(status).toBe(2)
    expect(stderr).toContain(`${CODE}.json`)
  })

  it('takes a renaming from the register as a change of scope, which verify asks for', async () => {
    await screen('--register', 'renamed.csv', '--verdicts', 'renamed')
    const file = `renamed/${CODE}.json`
    const verdict = await json(file)
    expect(verdict.records).toEqual({ sha256: null, used: ['/agency/formerNames/0', '/scopeEvents/0'] })
    expect(outcome(verdict, 'redeclared-after-scope-change')).toBe('needsReview')
    expect(await verify(file, '--register', 'renamed.csv')).toMatchObject({ status: 0 })
    await write('later.csv', `${REGISTER}${CODE},Sở Tư pháp,Sở,Sở Tư pháp cũ,2026-09-01\nH61.99,Sở mới,Sở,,\n`)
    expect(await verify(file, '--register', 'later.csv')).toMatchObject({ status: 0 })
    const missing = await verify(file)
    expect(missing).toMatchObject({ status: 1, stdout: expect.stringMatching(/register.*was not given.*--register/s) })
    const other = await verify(file, '--register', 'register.csv')
    expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining('--register hashes to') })
    await write('without.csv', `${REGISTER}H61.99,Sở mới,Sở,,\n`)
    const lacking = await verify(file, '--register', 'without.csv')
    expect(lacking).toMatchObject({ status: 1, stdout: expect.stringContaining(`lacks the agency ${CODE}`) })
  })
})

describe('verify', () => {
  it('judges by the record and the list again, and says which was not given or is another', async () => {
    const { stdout } = await check('--records', 'record.json', '--catalogue', `lists/${CODE}.csv`)
    await write('verdict.json', stdout)
    const both = ['--records', 'records', '--catalogue', 'lists']
    expect(await verify('verdict.json', ...both)).toMatchObject({ status: 0 })
    const none = await verify('verdict.json')
    expect(none.status).toBe(1)
    expect(none.stdout).toMatch(/catalogue.*was not given/)
    expect(none.stdout).toMatch(/record.*was not given/)
    await write('other.json', JSON.stringify({ agency: CODE }))
    const other = await verify('verdict.json', '--records', 'other.json', '--catalogue', 'lists')
    expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining('--records hashes to') })
  })

  it('says where a verdict made without the authority differs with it', async () => {
    await write('alone.json', (await check()).stdout)
    const given = await verify('alone.json', '--records', 'record.json')
    expect(given).toMatchObject({ status: 1, stdout: expect.stringContaining('leave --records out') })
    const told = await verify('alone.json', '--register', 'renamed.csv')
    expect(told).toMatchObject({ status: 1, stdout: expect.stringContaining('/records/used/0: in the file absent') })
    expect(await verify('alone.json', '--register', 'register.csv')).toMatchObject({ status: 0 })
  })
})

test('a folder where a file is needed is told as one', async () => {
  const { status, stderr } = await screen('--register', 'records')
  expect(status).toBe(2)
  expect(stderr).toContain("'records' là thư mục; ở đây cần một tệp")
})
