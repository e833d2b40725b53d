import { describe, expect, it } from 'vitest'
import { NameRegister } from '../../../src/intake/entry-names.ts'

/** Adds paths in their order; one that ends in a slash is a folder's own entry. */
function addAll(paths: readonly string[]): () => void {
  const names = new NameRegister()
  return () => {
    for (const path of paths) path.endsWith('/') ? names.addFolder(path.slice(0, -1)) : names.addFile(path)
  }
}

describe('one name for a file and a folder', () => {
  it.each([
    ['a file, then a folder of its name', ['a', 'a/']],
    ['a folder, then a file of its name', ['a/', 'a']],
    ['a file, then a file in a folder of its name', ['a', 'a/b.pdf']],
    ['a file in a folder, then a file of the name of the folder', ['a/b.pdf', 'a']],
    ['a file deep in a folder, then a file of the name of an upper one', ['a/b/c.pdf', 'a']],
    ['a folder in a folder, then a file of the name of the upper one', ['a/b/', 'a']],
    ['a file, then a folder in a folder of its name', ['a', 'a/b/']],
    ['the names differ in case only', ['A/b.pdf', 'a']],
  ])('%s is refused', (_, paths) => {
    expect(addAll(paths)).toThrow(expect.objectContaining({ code: 'duplicate-name' }))
  })

  it.each([
    ['a folder and what is in it', ['a/', 'a/b.pdf', 'a/c/', 'a/c/d.pdf']],
    ['a folder after what is in it', ['a/b.pdf', 'a/']],
    ['a file beside a folder that begins like it', ['ab', 'a/b.pdf']],
  ])('%s is accepted', (_, paths) => {
    expect(addAll(paths)).not.toThrow()
  })
})
