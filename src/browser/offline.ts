// Runs beside the pages of the desk: a sheet of a visit that was opened once opens again without a line. It keeps nothing
// else, and forgets all when somebody signs out.

import { isVisitPath, SIGN_OUT_PATH } from '../core/paths.ts'

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface Fetching extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}

/** What a script beside pages has; the types of pages do not know it. */
const worker = globalThis as unknown as {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

/** The same name as in the script of the sheet. */
const PAGES = 'visits-1'

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === 'POST' && pathname.startsWith(SIGN_OUT_PATH))
    return event.waitUntil(caches.delete(PAGES).then(() => undefined))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && isVisitPath(pathname)) event.respondWith(sheet(request, pathname))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request, pathname))
})

/** The page as the service has it; without a line, as it was opened last. */
async function sheet(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(PAGES)
  try {
    const answer = await fetch(request)
    if (answer.status === 200) await cache.put(pathname, answer.clone())
    return answer
  } catch (error) {
    const kept = await cache.match(pathname)
    if (kept !== undefined) return kept
    throw error
  }
}

/** A file whose name changes with its content is what it was; the script of a sheet has put there what it needs. */
async function asset(request: Request, pathname: string): Promise<Response> {
  return (await caches.match(pathname)) ?? fetch(request)
}
