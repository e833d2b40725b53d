/**
 * The built entry of the child process. It stands beside this module once that is built; from source it is where the
 * tests build it.
 */
export function childEntry(): URL {
  const built = !import.meta.url.endsWith('.ts')
  return new URL(built ? './document-child.mjs' : '../../../node_modules/.document-child.mjs', import.meta.url)
}
