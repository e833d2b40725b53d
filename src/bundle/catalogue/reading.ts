/** What a cell says: a value, something that cannot be told for certain, or (undefined) nothing. */
export type Reading<T> = { value: T } | 'unclear' | undefined

const NOTHING = /^[-–—_.…*\s]*$/u

/** Whether a cell was filled only to say that there is nothing: `-`, `…`. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text)
}
