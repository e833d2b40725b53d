import type { Cell } from '../sheet/sheet.ts'

/** A procedure code, and what stood in the cell where it had to be mended. */
export interface CodeReading {
  code: string
  mendedFrom?: string
}

const DECIMALS = 6
/** How many equal digits after the sixth show that they come from binary rounding (1.0016099999999999). */
const ROUNDING = 5

/**
 * The code in a cell, as written; undefined when there is none (a code has a digit). Excel makes the number 1.00161 of
 * `1.001610`: the digits it lost are given back, by working on the digits as stored.
 */
export function readCode(cell: Cell | undefined): CodeReading | undefined {
  if (cell === undefined || cell.kind === 'error' || !/\d/.test(cell.text)) return undefined
  if (cell.kind !== 'number') return { code: cell.text }
  const code = sixDecimals(cell.text)
  return code === undefined || code === cell.text ? { code: cell.text } : { code, mendedFrom: cell.text }
}

function sixDecimals(raw: string): string | undefined {
  const [, whole, decimals] = /^(\d)\.(\d+)$/.exec(raw) ?? []
  if (whole === undefined || decimals === undefined) return undefined
  const kept = decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0')
  const rest = decimals.slice(DECIMALS)
  if (/^0*$/.test(rest) || rest.startsWith('0'.repeat(ROUNDING))) return `${whole}.${kept}`
  return rest.startsWith('9'.repeat(ROUNDING)) ? oneMore(whole, kept) : undefined
}

function oneMore(whole: string, decimals: string): string {
  const digits = String(BigInt(whole + decimals) + 1n)
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
}
