import type * as z from 'zod'
import type { Problem } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import { keysAt, schemaAt } from '../../core/schemas.ts'
import type { Notice } from '../../dossier/dossier.ts'
import { type Manifest, manifest } from '../../dossier/manifest.ts'
import type { ReadLimits } from '../container.ts'
import { displayName, shownValue, sizesOver } from '../display.ts'
import { hiddenRemoved } from '../notices.ts'
import { MANIFEST_REFUSALS } from '../refusals/manifest.ts'
import { Refusal } from '../refusals/refusal.ts'
import { expectedHere, expectedKey, unknownKey } from './expected.ts'
import { readJson } from './json.ts'
import { MAX_LISTED_PROBLEMS, type ParsedText, ProblemList, type TextReading } from './parsed-text.ts'
import { cleanData, decodeUtf8, type HiddenRemoved, isCleanJson, SourceText } from './source-text.ts'

/** How large a manifest may be, by the form it is written in. */
export type ManifestLimits = Pick<ReadLimits, 'manifestJsonBytes' | 'manifestYamlBytes'>

/**
 * The manifest (Bảng kê hồ sơ) in `bytes`, checked: closed keys, dates that exist, texts in NFC and of bounded length. `name` says its form
 * (`.json`, `.yaml`, `.yml`) and is told in refusals.
 * @throws Refusal with a code of `MANIFEST_REFUSALS` and every problem of the text with its place
 */
export async function parseManifest(
  bytes: Uint8Array,
  name: string,
  limits: ManifestLimits,
): Promise<{ manifest: Manifest; notices: readonly Notice[] }> {
  const form: TextForm = name.endsWith('.json') ? 'json' : 'yaml'
  const allowed = form === 'json' ? limits.manifestJsonBytes : limits.manifestYamlBytes
  if (bytes.length > allowed) {
    const found = sizesOver(bytes.length, allowed)
    throw new Refusal('manifest-too-large', MANIFEST_REFUSALS['manifest-too-large'], { entry: name, found })
  }
  const reading = await checkText(bytes, form, manifest)
  if ('ok' in reading) {
    const { value, hidden } = reading.ok
    return { manifest: value, notices: hidden === undefined ? [] : [hiddenRemoved(name, hidden)] }
  }
  const { code, ...met } = reading.fault
  throw new Refusal(code, MANIFEST_REFUSALS[code], { entry: name, ...met })
}

/** The two forms a manifest is written in, by the end of its name. */
export type TextForm = 'json' | 'yaml'

/** A value that is as its schema wants it, and what was taken out of its texts. */
export interface CheckedText<T> {
  value: T
  hidden: HiddenRemoved | undefined
}

/**
 * Reads bytes as JSON or YAML and checks them against a closed schema: the checked value, with every text in NFC and
 * without hidden characters, or all that is wrong with it. The caller has capped the size.
 */
export async function checkText<T>(
  bytes: Uint8Array,
  form: TextForm,
  schema: z.ZodType<T>,
): Promise<TextReading<CheckedText<T>>> {
  const text = decodeUtf8(bytes)
  if ('fault' in text) return text
  if (text.ok.trim() === '') return { fault: { code: 'manifest-empty' } }
  const source = new SourceText(text.ok)
  const parsed = form === 'json' ? readJson(source) : (await import('./yaml.ts')).readYaml(source)
  if ('fault' in parsed) return parsed
  const isClean = form === 'json' && isCleanJson(text.ok)
  const { value, hidden } = isClean ? { ...parsed.ok, hidden: undefined } : cleanData(parsed.ok.value, schema)
  const checked = checkValue({ ...parsed.ok, value }, schema)
  return 'fault' in checked ? checked : { ok: { value: checked.ok, hidden } }
}

function checkValue<T>(parsed: ParsedText, schema: z.ZodType<T>): TextReading<T> {
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: { code: 'manifest-not-object', found: Array.isArray(value) ? '[…]' : String(value).slice(0, 60) } }
  }
  const checked = schema.safeParse(value)
  if (checked.success && parsed.problems.count === 0) return { ok: checked.data }
  const { listed, count } = schemaProblems(schema, parsed, checked.error?.issues ?? [])
  const problems = merged(parsed.problems.listed, listed)
  const found = String(parsed.problems.count + count)
  return { fault: { code: 'manifest-invalid', found, problems } }
}

/** In the order of the file. A value that an alias stands for is not complained of twice. */
function merged(syntax: readonly Problem[], schema: readonly Problem[]): Problem[] {
  const told = new Set(syntax.map(({ pointer }) => pointer))
  const more = schema.filter(({ pointer, found }) => found !== 'null' || !told.has(pointer))
  return [...syntax, ...more]
    .sort((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER))
    .slice(0, MAX_LISTED_PROBLEMS)
}

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** One place where the schema does not allow what stands there; `key` where it is the key that is not allowed. */
interface Complaint {
  path: Path
  key?: string
}

/**
 * Every issue of a schema as a problem a person can act on: the place, what was found, what was expected and what to do.
 * All are counted; at most {@link MAX_LISTED_PROBLEMS} are worded.
 */
function schemaProblems(schema: z.core.$ZodType, parsed: ParsedText, issues: readonly Issue[]): ProblemList {
  const complaints = issues.flatMap((issue) => complaintsOf(issue, []))
  const worded = complaints.slice(0, MAX_LISTED_PROBLEMS)
  const places = parsed.places(new Set(worded.flatMap(({ path }) => [toPointer(path), toPointer(path.slice(0, -1))])))
  const problems = new ProblemList()
  for (const complaint of complaints) problems.add(() => problemOf(schema, parsed, places, complaint))
  return problems
}

function complaintsOf(issue: Issue, above: Path): Complaint[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], key }))
  if (issue.code !== 'invalid_union') return [{ path }]
  const inside = issue.errors.find((errors) => errors.some((error) => error.path.length > 0))
  return inside === undefined ? [{ path }] : inside.flatMap((error) => complaintsOf(error, path))
}

function problemOf(
  schema: z.core.$ZodType,
  parsed: ParsedText,
  places: ReturnType<ParsedText['places']>,
  { path, key }: Complaint,
): Problem {
  const pointer = toPointer(path)
  const place = places.get(pointer)
  const line = (place ?? places.get(toPointer(path.slice(0, -1))))?.line
  const at = line === undefined ? { pointer } : { pointer, line }
  const value = valueAt(parsed.value, path)
  const found = value === undefined ? '' : displayName(place?.written ?? '') || shownValue(value)
  if (key !== undefined)
    return { ...at, found, expected: unknownKey(displayName(key), keysAt(schema, path.slice(0, -1))) }
  const here = schemaAt(schema, path)
  if (here === undefined) throw new TypeError(`no schema at ${pointer}`)
  return { ...at, found, expected: value === undefined ? expectedKey(here) : expectedHere(here, value, place?.written) }
}

function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}
