import type { Scope } from './scope.ts'

/**
 * The path of a named file when it is in the bundle, not empty, and of the type its name says; otherwise absent, so
 * that what requires it misses evidence.
 */
export function usableFile(scope: Scope, path: string | undefined): string | undefined {
  if (path === undefined) return undefined
  return scope.dossier.files.get(path)?.state === 'ok' ? path : undefined
}
