/** What may stand before the first word of a statement: `II.`, `1.2.`, `a)`, `-`; for the beginning of a pattern. */
export const NUMBERED = '^(?:[IVX]+[.)] ?|\\d+(?:\\.\\d+)*[.)]? ?|[a-zđ][.)] ?|[-–+•*] ?)?'
