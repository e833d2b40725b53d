import type { DocumentReading } from '../dossier/reading.ts'

/** A reading has some kB: a quote for every fact. */
const MOST = 2_000
/** What the next attempt may well come to differently: the machine was slow, or short of memory. */
const BY_CHANCE = ['time', 'memory', 'crash']

const readings = new Map<string, DocumentReading>()

/**
 * A reading of this process, or one made now. Dossiers are judged again and again with most papers unchanged.
 * @param key names the bytes and everything else that the reading hangs on
 */
export async function remembered(key: string, read: () => Promise<DocumentReading>): Promise<DocumentReading> {
  const known = readings.get(key)
  if (known !== undefined) return known
  const reading = await read()
  if (reading.text === 'overBounds' && BY_CHANCE.includes(reading.reason ?? '')) return reading
  if (readings.size >= MOST) readings.clear()
  readings.set(key, reading)
  return reading
}
