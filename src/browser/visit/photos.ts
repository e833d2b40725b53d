import { type Asking, post } from '../shared/ask.ts'
import { button, make, say } from '../shared/elements.ts'
import { VISIT_WORDS as WORDS } from './words.ts'

// Photos and papers wait on the device, in its database, until the line is there. A photo is drawn anew before it is kept:
// smaller, without what a camera writes into it, and with what was blackened on it gone for good.

const DATABASE = 'visit-papers'
const TABLE = 'papers'

function request<T>(made: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    made.onsuccess = () => resolve(made.result)
    made.onerror = () => reject(made.error)
  })
}

async function table(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => void opening.result.createObjectStore(TABLE)
  const database = await request(opening)
  return database.transaction(TABLE, mode).objectStore(TABLE)
}

const keyOf = (path: string, hash: string) => `${path} ${hash}`

/** Keeps a photo or a paper on the device until the service has it. */
export async function putWaiting(path: string, hash: string, blob: Blob): Promise<void> {
  await request((await table('readwrite')).put(blob, keyOf(path, hash)))
}

/** Hashes of what waits of a visit. */
export async function waitingHashes(path: string): Promise<ReadonlySet<string>> {
  const keys = await request((await table('readonly')).getAllKeys())
  const own = keys.map(String).filter((key) => key.startsWith(`${path} `))
  return new Set(own.map((key) => key.slice(path.length + 1)))
}

/**
 * Sends what waits of a visit, one after the other, and takes it from the device once the service has it.
 * @param wanted hashes that the sheet still names; others are not sent
 * @throws SignedOut; OtherAgency; Lost; Error with what the service says
 */
export async function sendWaiting(path: string, wanted: ReadonlySet<string>, asking: Asking): Promise<void> {
  for (const hash of await waitingHashes(path)) {
    if (!wanted.has(hash)) continue
    const blob: Blob | undefined = await request((await table('readonly')).get(keyOf(path, hash)))
    if (blob === undefined) continue
    const answer = await post(`${path}/files`, blob, asking)
    if (!answer.ok) throw new Error((await answer.json()).detail ?? String(answer.status))
    await request((await table('readwrite')).delete(keyOf(path, hash)))
  }
}

/** The hash by which a photo or a paper is known. */
export async function hashOf(blob: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Pixels of the longer side of a photo that is kept: a page of print can be read on it. */
const LONGEST_SIDE = 1_800
const QUALITY = 0.82

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Lets a person blacken parts of a photo; what is kept is drawn anew.
 * @returns the photo as JPEG, and whether something was blackened; undefined where it is not to be kept
 * @throws DOMException where the file is no picture that the browser can show
 */
export async function maskPhoto(file: Blob, place: HTMLElement): Promise<{ blob: Blob; masked: boolean } | undefined> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = make('canvas', { width, height, className: 'mask', tabIndex: 0 })
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', say(WORDS.maskHelp))
  const context = canvas.getContext('2d')
  if (context === null) throw new DOMException('no canvas')
  const boxes: Box[] = []
  const draw = (more: readonly Box[] = []) => {
    context.drawImage(picture, 0, 0, width, height)
    context.fillStyle = '#000'
    for (const box of [...boxes, ...more]) context.fillRect(box.x, box.y, box.width, box.height)
  }
  draw()
  followPointer(canvas, (box, isDone) => {
    if (isDone) boxes.push(box)
    draw(isDone ? [] : [box])
  })
  canvas.addEventListener('keydown', (event) => {
    if (byKey(event, boxes, { width, height })) {
      event.preventDefault()
      draw()
    }
  })
  return new Promise((resolve) => {
    const panel = make('div', { className: 'masking' })
    const end = (result: { blob: Blob; masked: boolean } | undefined) => {
      panel.remove()
      picture.close()
      resolve(result)
    }
    const keep = () =>
      canvas.toBlob((blob) => end(blob ? { blob, masked: boxes.length > 0 } : undefined), 'image/jpeg', QUALITY)
    panel.append(
      make('p', {}, [make('strong', {}, [say(WORDS.maskTitle)])]),
      make('p', { className: 'muted' }, [say(WORDS.maskHelp)]),
      canvas,
      make('p', { className: 'ways' }, [
        button(say(WORDS.maskKeep), '', keep),
        button(say(WORDS.maskUndo), 'second', () => {
          boxes.pop()
          draw()
        }),
        button(say(WORDS.maskCancel), 'quiet', () => end(undefined)),
      ]),
    )
    place.append(panel)
    canvas.focus()
  })
}

/** Tells of the box that is being dragged over a canvas, in its own pixels. */
function followPointer(canvas: HTMLCanvasElement, tell: (box: Box, isDone: boolean) => void): void {
  let from: { x: number; y: number } | undefined
  const at = (event: PointerEvent) => {
    const { left, top, width, height } = canvas.getBoundingClientRect()
    return {
      x: ((event.clientX - left) / width) * canvas.width,
      y: ((event.clientY - top) / height) * canvas.height,
    }
  }
  const boxTo = (event: PointerEvent, start: { x: number; y: number }): Box => {
    const to = at(event)
    return {
      x: Math.min(start.x, to.x),
      y: Math.min(start.y, to.y),
      width: Math.abs(to.x - start.x),
      height: Math.abs(to.y - start.y),
    }
  }
  canvas.addEventListener('pointerdown', (event) => {
    from = at(event)
    canvas.setPointerCapture(event.pointerId)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (from !== undefined) tell(boxTo(event, from), false)
  })
  canvas.addEventListener('pointerup', (event) => {
    if (from === undefined) return
    const box = boxTo(event, from)
    from = undefined
    // A tap blackens nothing.
    if (box.width >= 4 && box.height >= 4) tell(box, true)
  })
}

/** What a key does to the last box; false where it does nothing. */
function byKey(event: KeyboardEvent, boxes: Box[], { width, height }: { width: number; height: number }): boolean {
  if (event.key === 'Enter') {
    boxes.push({ x: width * 0.35, y: height * 0.45, width: width * 0.3, height: height * 0.1 })
    return true
  }
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0]
  const box = boxes.at(-1)
  if (box === undefined || (x === 0 && y === 0)) return false
  const [dx, dy] = [((x ?? 0) * width) / 50, ((y ?? 0) * height) / 50]
  if (event.shiftKey) {
    box.width = Math.max(4, box.width + dx)
    box.height = Math.max(4, box.height + dy)
  } else {
    box.x += dx
    box.y += dy
  }
  return true
}
