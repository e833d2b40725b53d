/** Whether a path stays inside the bundle: relative, with `/`, no `..`, ending in a file name. */
export function isInnerPath(path: string): boolean {
  if (/[\\\p{Cc}]|^\/|^[A-Za-z]:/u.test(path)) return false
  const segments = path.split('/')
  const last = segments.at(-1)
  return last !== '' && last !== '.' && !segments.includes('..')
}

/** The path without `.` and empty segments: `./a//b.pdf` → `a/b.pdf`. */
export function plainPath(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
}
