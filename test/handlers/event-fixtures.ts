import { readdirSync, readFileSync } from 'node:fs'
import type { UploadEvents } from '../../handlers/events.ts'

/** The body of a queue message, and what it asks for. */
export interface EventFixture extends UploadEvents {
  title: string
  body: string
}

const folder = new URL('../../fixtures/events/', import.meta.url)

function load(name: string): EventFixture {
  const fixture = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  // A body may stand in the file as a value, for reading; it is sent as its JSON text.
  return { ...fixture, body: typeof fixture.body === 'string' ? fixture.body : JSON.stringify(fixture.body) }
}

/** Every file of `fixtures/events`. */
export const eventFixtures = readdirSync(folder).map(load)
