/** The field of a form that holds the token of the session, */
export const TOKEN_FIELD = 'csrf'
/** and the header of a request without a form. */
export const TOKEN_HEADER = 'X-CSRF-Token'
