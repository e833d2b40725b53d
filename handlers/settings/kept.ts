/**
 * A function that makes something at its first call and gives the same ever after. What failed is made anew by the next
 * call: a store that did not answer once may answer then.
 */
export function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}
