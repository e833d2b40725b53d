import { InputError } from '../base/errors.ts'

/**
 * A whole number within bounds, both inclusive.
 * @throws InputError saying what was found and what is possible
 */
export function wholeNumber(option: string, value: string, min: number, max: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= min && number <= max) return number
  throw new InputError({
    vi: `${option} là '${value}'; cần một số nguyên từ ${min} đến ${max}.`,
    en: `${option} is '${value}'; a whole number from ${min} to ${max} is needed.`,
  })
}
