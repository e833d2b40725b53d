import { say } from '../shared/say.ts'
import { FAULT_WORDS } from './words.ts'

/** Why what was chosen cannot be sent, in the words of the page. */
export class UploadFault extends Error {
  override name = 'UploadFault'
  /** Each with its place, where there is more than one to tell. */
  readonly places: readonly string[]

  constructor(message: string, places: readonly string[] = []) {
    super(message)
    this.places = places
  }
}

/** A fault by its words. */
export function fault(
  kind: keyof typeof FAULT_WORDS,
  values: Readonly<Record<string, string | number>> = {},
): UploadFault {
  return new UploadFault(say(FAULT_WORDS[kind], values))
}
