import type { ServeProcess } from '../service/support/serve-process.ts'

/** The service under attack, really started, on loopback, over a folder of its own. */
export interface Target extends Pick<ServeProcess, 'url' | 'pid' | 'log'> {
  /** The built program that it runs. */
  program: string
  /** Folder of its data. */
  data: string
  /** How many bundles an agency may send in a day. */
  uploadsPerDay: number
  /** A token of an agency, as the service's own command makes it. */
  token(agency: string): Promise<string>
}

/** What came of an attack. */
export interface Outcome {
  held: boolean
  /** What was seen, in one line. */
  seen: string
}

/** Something that must not be possible. Attacks share one service, so each uses agencies of its own. */
export interface Attack {
  /** The test that plays the same for longer; the campaign by hand plays it all the same. */
  alsoIn?: string
  /** What would be broken, as a sentence. */
  name: string
  /** Plays it; bounded in time and bytes by itself. What it throws counts as broken. */
  play(target: Target): Promise<Outcome>
}
