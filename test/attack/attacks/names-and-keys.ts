import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HIDDEN } from '../../../src/core/texts.ts'
import { client } from '../../service/support/client.ts'
import type { Attack, Target } from '../attack.ts'
import { bundleOf, uploaded } from './upload.ts'

/** An override of direction, a zero-width space, a tag, a line break, a colour of a terminal. */
const DISGUISED = 'Xã \u202eB\u200bình\u{e0041} An\nĐẠT\u001b[31m'

const everything = async (folder: string) =>
  Promise.all(
    (await readdir(folder, { recursive: true })).map(async (name) => ({
      name,
      mode: (await stat(join(folder, name))).mode & 0o777,
    })),
  )

async function throughProxy({ url }: Target, header?: string): Promise<number> {
  const headers = new Headers(header === undefined ? {} : { [header]: 'for=192.0.2.1' })
  return (await fetch(`${url}/development-issuer/jwks`, { headers })).status
}

/** Names that hide something, keys that others can read, and a door that is for this machine alone. */
export const NAMES_AND_KEYS: readonly Attack[] = [
  {
    name: "an agency's name that shows other than it holds, on its page, in its verdict, in its report",
    async play(target) {
      const agency = 'H61.51'
      await uploaded(target, agency, await bundleOf(agency, { agency: { name: DISGUISED } }))
      const api = client(target.url, await target.token(agency))
      const { verdicts } = (await api.json(`/agencies/${agency}/verdicts`)) as { verdicts: { id: string }[] }
      const path = `/agencies/${agency}/verdicts/${verdicts[0]?.id}`
      const texts = await Promise.all(
        ['application/json', 'text/html'].map(async (type) => (await api.get(path, { Accept: type })).text()),
      )
      const hidden = texts.filter((text) => HIDDEN.test(text.replace(/[\t\n]/g, '')) || /\\u(?:202e|200b)/i.test(text))
      const named = texts.every((text) => text.includes('Xã Bình An ĐẠT'))
      return {
        held: hidden.length === 0 && named,
        seen: `${texts.length} answers, ${hidden.length} with hidden characters`,
      }
    },
  },
  {
    name: 'a file whose name holds tag or zero-width characters',
    async play(target) {
      const states = await Promise.all(
        ['\u{e0041}', '\u200b'].map(async (hidden, at) => {
          const agency = `H61.${52 + at}`
          const answer = await uploaded(target, agency, await bundleOf(agency, {}, { [`a${hidden}.pdf`]: 'x' }))
          return answer.state
        }),
      )
      return { held: states.every((state) => state === 'refused'), seen: states.join(', ') }
    },
  },
  {
    name: 'keys, bundles and verdicts that other users of the machine can read',
    async play({ data }) {
      const found = await everything(data)
      const keys = found.filter(({ name, mode }) => name.startsWith('keys') && (mode & 0o077) !== 0)
      const world = found.filter(({ mode }) => (mode & 0o007) !== 0)
      return {
        held: found.length > 5 && keys.length + world.length === 0,
        seen: `${found.length} files and folders: ${keys.length} keys open to others, ${world.length} open to the world`,
      }
    },
  },
  {
    name: 'the development sign-in through a proxy',
    async play(target) {
      const direct = await throughProxy(target)
      const passedOn = await Promise.all(
        ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Proto'].map((header) => throughProxy(target, header)),
      )
      return {
        held: direct === 200 && passedOn.every((status) => status === 403),
        seen: `directly ${direct}, passed on ${passedOn.join(', ')}`,
      }
    },
  },
]
