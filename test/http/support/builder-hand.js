// Runs in the page, not in Node: what a hand does in the builder, and what an eye sees there.
/* global document, Event, HTMLSelectElement */

/** Every box of a field that is on the page: its place, and what stands in it. */
globalThis.shownBoxes = () =>
  [...document.querySelectorAll('#builder-sections :is(input, select, textarea)[data-place]')]
    .filter(({ dataset }) => !/^state\/|\/paste$/.test(dataset.place))
    .map(({ dataset, value }) => [dataset.place, value])

/** Does many things at random, as a person might, and returns how many. */
globalThis.wander = (seed, count) => {
  let state = seed
  const random = (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const form = document.querySelector('#builder-sections')
  const all = (what) => [...(form?.querySelectorAll(what) ?? [])]
  const one = (what) => {
    const found = all(what)
    return found[random(found.length)]
  }
  const fire = (target, name) => target.dispatchEvent(new Event(name, { bubbles: true }))
  const texts = ['12', '03/4/2026', 'Sở Y tế', '', 'Có', '2.000635', 'a; b', '88/QĐ-STP', '5,5']
  for (let n = 0; n < count; n++) {
    const what = random(10)
    if (what < 5) {
      const box = one('.fields :is(input, select, textarea)')
      if (!box) continue
      box.value =
        box instanceof HTMLSelectElement
          ? (box.options[random(box.options.length)]?.value ?? '')
          : (texts[random(texts.length)] ?? '')
      fire(box, 'input')
      fire(box, 'change')
    } else if (what === 5) {
      const box = one('select[data-place^="state/"]')
      if (!box) continue
      box.value = box.options[random(box.options.length)]?.value ?? ''
      fire(box, 'change')
    } else if (what === 6) one('.rows + .ways button')?.click()
    else if (what === 7) {
      const details = one('details.row, details.part')
      if (details) details.open = true
    } else if (what === 8) {
      const area = one('.paste textarea')
      if (!area) continue
      area.value = `${texts[random(texts.length)]}\tb\n\tc`
      area.closest('.paste')?.querySelector('button')?.click()
    } else if (random(3) > 0) document.querySelector(random(3) > 0 ? '#builder-undo' : '#builder-redo')?.click()
    else {
      const removes = all('.row > button.quiet')
      removes[random(removes.length)]?.click()
    }
  }
  return count
}
