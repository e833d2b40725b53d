import { client } from '../../service/support/client.ts'
import { sendForm } from '../../service/support/send-form.ts'
import type { Attack } from '../attack.ts'
import { bundleOf, uploaded } from './upload.ts'

/** More bundles in a day than an agency may send. */
export const QUOTA: readonly Attack[] = [
  {
    name: 'thirty forms asked for at once, and thirty bundles sent at once',
    async play(target) {
      const agency = 'H61.62'
      const api = client(target.url, await target.token(agency))
      const file = await bundleOf(agency, {})
      const forms = await Promise.all(Array.from({ length: 30 }, () => api.ask(agency)))
      const sent = await Promise.all(forms.map(({ upload }) => sendForm({ form: upload, file })))
      const taken = sent.filter(({ status }) => status === 204).length
      return { held: taken === target.uploadsPerDay, seen: `${taken} of 30 taken, ${target.uploadsPerDay} are allowed` }
    },
  },
  {
    name: 'one bundle more than a day allows, by a new form or by one asked for before',
    async play(target) {
      const agency = 'H61.61'
      const api = client(target.url, await target.token(agency))
      const early = await api.ask(agency)
      const file = await bundleOf(agency, {})
      for (let sent = 0; sent < target.uploadsPerDay; sent++) await uploaded(target, agency, file)
      const asked = await fetch(`${target.url}/agencies/${agency}/uploads`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await target.token(agency)}` },
      })
      const late = await sendForm({ form: early.upload, file })
      return {
        held: asked.status === 429 && Number(asked.headers.get('Retry-After')) > 0 && late.status === 429,
        seen: `after ${target.uploadsPerDay}: another form ${asked.status}, an old form ${late.status}`,
      }
    },
  },
]
