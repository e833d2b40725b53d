const NOWHERE = 'http://own.invalid'

/** A path of this site as it was given; the front page for whatever leads elsewhere. */
export function ownPath(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, NOWHERE)) return '/'
  const { origin, pathname, search } = new URL(text, NOWHERE)
  // A path may come to begin with two slashes only once its dots are taken out.
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
