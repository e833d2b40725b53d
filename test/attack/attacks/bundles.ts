import { HEAVIEST } from '../../support/heaviest.ts'
import { ownSeconds, serviceSeconds } from '../../support/processor-time.ts'
import { makeZip } from '../../support/zip.ts'
import type { Attack, Outcome, Target } from '../attack.ts'
import { bundleOf, uploaded } from './upload.ts'

/** Seconds of processor time that one bundle may cost the service; what was found took 66 of them. */
const MOST = 20

/** Sends a bundle and looks what it cost. */
async function cheap(target: Target, agency: string, file: Uint8Array, state: string): Promise<Outcome> {
  const before = await serviceSeconds(target.pid)
  const answer = await uploaded(target, agency, file)
  const seconds = (await serviceSeconds(target.pid)) - before
  const size = `${Math.ceil(file.length / 1024)} KiB`
  return {
    held: answer.state === state && seconds <= MOST,
    seen: `a ZIP of ${size} was ${answer.state} for ${seconds.toFixed(1)} s of processor time`,
  }
}

/** Sends a bundle that is much work, which must be the work of another process than the one that answers everybody. */
async function aside(target: Target, agency: string, file: Uint8Array): Promise<Outcome> {
  const [own, all] = [await ownSeconds(target.pid), await serviceSeconds(target.pid)]
  const { state } = await uploaded(target, agency, file)
  const answering = (await ownSeconds(target.pid)) - own
  const seconds = (await serviceSeconds(target.pid)) - all
  return {
    held: state === 'judged' && answering <= 1 + seconds / 4,
    seen: `${state}; of ${seconds.toFixed(1)} s of processor time ${answering.toFixed(1)} s of the process that answers`,
  }
}

const processes = (count: number, legalBasis: string) =>
  Array.from({ length: count }, (_, at) => ({
    code: `QT-${at}`,
    title: 'Quy trình',
    effectiveOn: '2025-01-01',
    procedures: [],
    legalBasis: [legalBasis],
  }))

/** Bundles of some kilobytes that would keep the service busy. */
export const BUNDLES: readonly Attack[] = [
  {
    name: 'a legal basis of 160,000 blanks',
    play: async (target) => {
      const file = await bundleOf('H61.31', { processes: processes(1, `19${' '.repeat(160_000)}/`) })
      return cheap(target, 'H61.31', file, 'refused')
    },
  },
  ...[' ', '/', '-', '1', '19/2014/QĐ-', 'Ngày '].map(
    (pump, at): Attack => ({
      name: `300 legal bases of 4,000 characters of ${JSON.stringify(pump)}`,
      play: async (target) => {
        const agency = `H61.${32 + at}`
        const text = `x${pump.repeat(Math.floor(3_990 / pump.length))}x`
        return cheap(target, agency, await bundleOf(agency, { processes: processes(300, text) }), 'judged')
      },
    }),
  ),
  {
    name: 'a key of a megabyte above 100,000 faults',
    play: async (target) => {
      const text = `{"${'k'.repeat(1_000_000)}": [${'{"a":1,"a":2},'.repeat(100_000)}0]}`
      return cheap(target, 'H61.40', await makeZip({ 'manifest.json': text }), 'refused')
    },
  },
  ...HEAVIEST.map(
    ({ name, of }, at): Attack => ({
      name: `${name}, for which everybody would wait`,
      alsoIn: 'test/service/answering.heavy.test.ts',
      play: async (target) => aside(target, `H61.${41 + at}`, await of(`H61.${41 + at}`)),
    }),
  ),
]
