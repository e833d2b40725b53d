import * as z from 'zod'
import { dayInVietnam, toDay, toIso } from '../core/days.ts'
import { describeFault, type Log } from './log.ts'
import type { Store } from './store.ts'

/** What is recorded when somebody does it. */
const AUDIT_ACTIONS = [
  'sign-in',
  'sign-out',
  /** Every session of the person, on all devices. */
  'sign-out-everywhere',
  /** A form to upload by was given out. */
  'upload-asked',
  /** A bundle came in by such a form. */
  'upload-received',
  /** A bundle was written by the service from a form and papers. */
  'dossier-sent',
  'bundle-downloaded',
  /** A paper of a bundle was looked at, beside its finding. */
  'paper-seen',
  /** What an agency had not handed in was erased by it. */
  'draft-erased',
  'verdict-read',
  /** What is known of an agency was looked at by somebody else. */
  'agency-opened',
  'prescreen-read',
  'prescreen-drawn',
  /** A version was put into use, new or an earlier one again. */
  'prescreen-shown',
  /** Making a version was stopped. */
  'prescreen-cancelled',
  /** Draft letters of a choice were asked for. */
  'letters-asked',
  'letter-downloaded',
  /** The plan or the report of the day was asked to be kept. */
  'paper-asked',
  'plan-changed',
  /** A choice of agencies was kept by a name, or let go. */
  'view-kept',
  'record-written',
  /** The sheet of a visit was saved, signed, opened again; a photo or a paper of it was kept, or looked at. */
  'visit-saved',
  'visit-signed',
  'visit-reopened',
  'visit-paper-kept',
  'visit-paper-read',
  'visit-erased',
  'catalogue-written',
  'rules-previewed',
  'erased',
  'rejudged',
  /** What was kept as long as it is to be was removed. */
  'swept',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Who did it: somebody who signed in or sent a token, or whoever ran a command on the machine of the service. */
export type Actor =
  | { kind: 'agency'; code: string; person?: string | undefined }
  | { kind: 'authority'; province: string; person?: string | undefined }
  | { kind: 'operator'; name: string }

/** One thing that somebody did. */
export interface AuditEvent {
  action: AuditAction
  who: Actor
  /** Code of the agency whose dossier it concerns, if it is one. */
  agency?: string | undefined
  /** On what: ids, years, reasons that an operator gave. Never text of a document. */
  what?: Readonly<Record<string, string | number>> | undefined
  /** Address that the request came from; absent for commands. */
  from?: string | undefined
}

/** Where it is recorded who did what. */
export interface Audit {
  /**
   * Records an event; resolves when it stands in the store. It never rejects: work is not lost since its record could not be
   * written, but that is told.
   */
  record(event: AuditEvent): Promise<void>
}

/** An event as it is kept, one JSON object a line. Read openly: a later version may write more. */
const auditEntry = z.object({
  /** ISO 8601 in UTC, with milliseconds. */
  at: z.string(),
  action: z.string(),
  /** `agency:H61.12`, `authority:H61` or `operator:root`. */
  who: z.string(),
  /** What the identity provider calls the person (`sub`). */
  person: z.string().optional(),
  agency: z.string().optional(),
  what: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  from: z.string().optional(),
})

export type AuditEntry = z.infer<typeof auditEntry>

/** What a record is written with. */
export interface AuditTools {
  /** That of verdicts. */
  store: Pick<Store, 'putIfAbsent'>
  now: () => Date
  /** A name that no other process has, of letters, digits and `-`. */
  writer: string
  /** Hears of entries that could not be written, to tell them elsewhere. */
  onLost: (entries: readonly AuditEntry[], fault: unknown) => void
}

const AUDIT = 'audit/'
const TYPE = 'application/jsonl'
/** No name or id is longer. */
const LONGEST = 300

/**
 * Records into a store, in objects that are written once and never replaced: of one process, one object for all that
 * happened while the one before was being written.
 */
export function createAudit({ store, now, writer, onLost }: AuditTools): Audit {
  let written = Promise.resolve()
  let next: { entries: AuditEntry[]; written: Promise<void> } | undefined
  let objects = 0

  async function write(entries: readonly AuditEntry[]): Promise<void> {
    for (const day of new Set(entries.map(dayOf))) {
      const ofDay = entries.filter((entry) => dayOf(entry) === day)
      const [first] = ofDay
      if (first === undefined) continue
      const bytes = new TextEncoder().encode(ofDay.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
      objects += 1
      const key = `${AUDIT}${day}/${first.at.replace(/[-:.]/g, '')}-${writer}-${objects}.jsonl`
      try {
        if ((await store.putIfAbsent(key, bytes, TYPE)) === 'present') throw new Error(`${key} is there already`)
      } catch (fault) {
        onLost(ofDay, fault)
      }
    }
  }

  function begin() {
    const entries: AuditEntry[] = []
    written = written.then(() => {
      next = undefined
      return write(entries)
    })
    return { entries, written }
  }

  return {
    record(event) {
      next ??= begin()
      next.entries.push(entryOf(event, now()))
      return next.written
    },
  }
}

function entryOf({ action, who, agency, what, from }: AuditEvent, now: Date): AuditEntry {
  const person = 'person' in who ? who.person : undefined
  const shortened = Object.entries(what ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.slice(0, LONGEST) : value,
  ])
  return {
    at: now.toISOString(),
    action,
    who: actorName(who),
    ...(person !== undefined && { person: person.slice(0, LONGEST) }),
    ...(agency !== undefined && { agency }),
    ...(shortened.length > 0 && { what: Object.fromEntries(shortened) }),
    ...(from !== undefined && { from: from.slice(0, LONGEST) }),
  }
}

function actorName(who: Actor): string {
  if (who.kind === 'agency') return `agency:${who.code}`
  return who.kind === 'authority' ? `authority:${who.province}` : `operator:${who.name.slice(0, LONGEST)}`
}

const dayOf = ({ at }: Pick<AuditEntry, 'at'>): string => dayInVietnam(at)

/** Tells a log of each entry that could not be written: there it stands in its whole, for whoever reads the log. */
export function tellLost(log: Log): AuditTools['onLost'] {
  return (entries, fault) => {
    for (const entry of entries) log('error', 'audit-lost', { entry, fault: describeFault(fault) })
  }
}

/** Which entries are wanted. */
export interface AuditQuery {
  /** First and last day, in Vietnam. */
  from: string
  to: string
  /** Code of an agency, or of a province for all that concerns it. */
  agency: string
}

/**
 * What was recorded of an agency: what it did, what was done with its dossiers, and what the authority of its province did
 * with those of all, in the order of time. Lines that cannot be read are told by where they stand.
 */
export async function* readAudit(
  { from, to, agency }: AuditQuery,
  store: Pick<Store, 'list' | 'read'>,
): AsyncGenerator<AuditEntry | { unreadable: string }> {
  for (let day = toDay(from); day <= toDay(to); day += 1) {
    const found: AuditEntry[] = []
    for await (const { key } of store.list(`${AUDIT}${toIso(day)}/`)) {
      const text = new TextDecoder().decode(await store.read(key))
      for (const [at, line] of text.split('\n').entries()) {
        if (line === '') continue
        const entry = parsed(line)
        if (entry === undefined) yield { unreadable: `${key}:${at + 1}` }
        else if (concerns(entry, agency)) found.push(entry)
      }
    }
    yield* found.sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  }
}

function parsed(line: string): AuditEntry | undefined {
  try {
    return auditEntry.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

const PROVINCE = /^[A-Z]\d{2}$/

/** Whether an entry is of an agency, or of any of a province. */
function concerns({ who, agency }: AuditEntry, asked: string): boolean {
  const isOf = (code: string) => code === asked || (PROVINCE.test(asked) && code.startsWith(`${asked}.`))
  const [kind = '', name = ''] = who.split(':', 2)
  if (agency !== undefined) return isOf(agency) || (kind !== 'operator' && isOf(name))
  if (kind === 'agency') return isOf(name)
  // What an authority does without naming an agency concerns all of its province.
  return kind === 'authority' ? isOf(name) || asked.startsWith(`${name}.`) : true
}
