import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { makeZip } from '../support/zip.ts'

interface Picked {
  path: string
  file: File
}
type Check = (
  picked: readonly Picked[],
  limits: { bytes: number; files: number },
  draft?: File,
) => Promise<{ form: object; litter: number; manifest?: { name: string } }>

/** A script of the pages: its types are those of a browser, which this project of tests does not know. */
const SCRIPT = new URL('../../src/browser/upload/check.ts', import.meta.url).pathname
const LIMITS = { bytes: 2_000, files: 3 }

type Confirm = (manifest: { name: string; content: Blob }, asking: { csrf: string; agency: string }) => Promise<boolean>

let check: Check
let confirm: Confirm
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  const script = (await import(SCRIPT)) as { checkPicked: Check; confirmManifest: Confirm }
  check = script.checkPicked
  confirm = script.confirmManifest
})
afterAll(() => vi.unstubAllGlobals())

const picked = (path: string, content: string | Uint8Array = '{}'): Picked => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return { path, file: new File([bytes], path.split('/').at(-1) ?? '') }
}
const zip = (...names: string[]) =>
  makeZip(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode('{}')])))
const draft = () => new File(['{}'], 'manifest.json')

describe('what is chosen is looked through before it leaves the device', async () => {
  test('a folder with one manifest can be sent, and what a computer added is left out', async () => {
    const files = [picked('ho-so/manifest.json'), picked('ho-so/a.pdf'), picked('ho-so/Thumbs.db')]
    expect(await check(files, LIMITS)).toMatchObject({ litter: 1, manifest: { name: 'ho-so/manifest.json' } })
  })

  test('a ZIP with one manifest can be sent', async () => {
    const found = await check([picked('ho-so.zip', await zip('ho-so/manifest.yaml', 'ho-so/a.pdf'))], LIMITS)
    expect(found.manifest?.name).toBe('ho-so/manifest.yaml')
  })

  test('a manifest that is being built goes with the files', async () => {
    const found = await check([picked('ho-so/a.pdf')], LIMITS, draft())
    expect(found.manifest?.name).toBe('ho-so/manifest.json')
  })

  test.each([
    ['nothing', [], 'No file was chosen'],
    ['too many', ['manifest.json', 'a', 'b', 'c'].map((name) => picked(name)), '4 files were chosen, more than the 3'],
    ['no manifest', [picked('a.pdf'), picked('b/manifest.json')], 'There is no manifest'],
    ['two manifests', [picked('manifest.json'), picked('ho-so.xlsx')], 'manifest.json, ho-so.xlsx'],
    ['a RAR', [picked('a.zip', 'Rar!\x1a\x07\x01\x00')], 'a.zip is a RAR archive'],
    ['no ZIP', [picked('a.zip', 'hello')], 'a.zip is named ZIP but is none'],
    ['a ZIP of nothing', [picked('a.zip', await zip())], 'nothing inside the ZIP a.zip'],
    ['a ZIP without a manifest', [picked('a.zip', await zip('a.pdf'))], 'There is no manifest'],
    [
      'a ZIP that is too large',
      [picked('a.zip', new Uint8Array([...(await zip('manifest.json')), ...Array(2_000)]))],
      'a.zip (',
    ],
  ])('%s is told with what to do', async (_, files, said) => {
    await expect(check(files, LIMITS)).rejects.toThrow(said)
  })

  test.each([
    [
      'beside one among the files',
      [picked('manifest.json'), picked('a.pdf')],
      'hold a manifest already: manifest.json',
    ],
    ['with a ZIP', [picked('a.zip', await zip('a.pdf'))], 'cannot be put into the archive a.zip'],
    ['that makes one file too many', ['a', 'b', 'c'].map((name) => picked(name)), '4 files were chosen'],
  ])('a manifest that is being built %s', async (_, files, said) => {
    await expect(check(files, LIMITS, draft())).rejects.toThrow(said)
  })
})

describe('the manifest of what was chosen', () => {
  const ASKING = { csrf: 'c', agency: 'H61.12' }
  const asked: { path: string; type: string }[] = []
  const answering = (answer: object | undefined) => {
    asked.length = 0
    vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
      asked.push({ path, type: headers['Content-Type'] ?? '' })
      if (answer === undefined) throw new TypeError('no line')
      return Response.json(answer)
    })
  }
  const manifest = (name: string, content: string) => ({ name, content: new Blob([content]) })
  const said = (one: ReturnType<typeof manifest>) =>
    confirm(one, ASKING).catch((error: Error & { places?: string[] }) => [error.name, error.message, error.places])

  test('is told by the service, which says all that is to be put right with its places', async () => {
    answering({ ok: true, notes: [] })
    expect(await said(manifest('manifest.json', '{}'))).toBe(true)
    expect(asked).toEqual([{ path: '/agency/manifest/check', type: 'application/json' }])
    const problems = [{ text: 'Internal audits (row 1): From. 30/02/2026. There is no such day.' }]
    answering({ ok: false, message: 'This is to be put right.', problems })
    const places = problems.map(({ text }) => text)
    expect(await said(manifest('a/manifest.json', '{}'))).toEqual([
      'UploadFault',
      'a/manifest.json: This is to be put right.',
      places,
    ])
    expect(await said(manifest('ho-so.xlsx', 'PK'))).toContain('UploadFault')
    expect(asked.at(-1)?.type).toContain('spreadsheetml')
  })

  test('is looked at here where there is no line: whether it is JSON, and a manifest at all', async () => {
    answering(undefined)
    expect(await said(manifest('manifest.json', '{"format":"qms-bundle/1"}'))).toBe(false)
    expect(await said(manifest('manifest.json', '{"format":'))).toContainEqual(
      expect.stringContaining('is not readable JSON'),
    )
    for (const other of ['[]', '3', '{"format":"x"}'])
      expect(await said(manifest('manifest.json', other))).toContainEqual(
        expect.stringContaining('does not say format'),
      )
    expect(await said(manifest('ho-so.xlsx', 'PK'))).toBe(false)
  })

  test('that no script can tell of, or that is very large, is left to the judgement, and nothing is sent for it', async () => {
    answering({ ok: true })
    expect(await said(manifest('manifest.yaml', 'format: qms-bundle/1'))).toBe(false)
    expect(await said(manifest('manifest.json', ' '.repeat(4 * 1024 * 1024)))).toBe(false)
    expect(asked).toEqual([])
  })
})

describe('a page that was opened before somebody signed in again', () => {
  const ASK = new URL('../../src/browser/shared/ask.ts', import.meta.url).pathname
  type Post = (path: string, body: string, asking: { csrf: string; agency: string }) => Promise<Response>

  /** Posts for one agency from an old page, while another or the same one is signed in now; what was asked. */
  async function posted(now: string) {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
      const token = headers['X-CSRF-Token']
      asked.push(token === undefined ? path : `${path} ${token}`)
      if (token === undefined) return Response.json({ csrf: 'new', agency: now })
      return new Response(null, { status: token === 'new' ? 200 : 409 })
    })
    const { post } = (await import(ASK)) as { post: Post }
    const answer = await post('/agency/x', '{}', { csrf: 'old', agency: 'H61.12' }).catch((error: Error) => error.name)
    return { answer: typeof answer === 'string' ? answer : answer.status, sent: asked.filter((one) => / /.test(one)) }
  }

  test('sends again for the same agency, with the token of today', async () => {
    expect(await posted('H61.12')).toEqual({ answer: 200, sent: ['/agency/x old', '/agency/x new'] })
  })

  test('sends nothing on behalf of another', async () => {
    expect(await posted('H61.13')).toEqual({ answer: 'OtherAgency', sent: ['/agency/x old'] })
  })
})
