/** Where the issuer sends people back to, */
export const CALLBACK_PATH = '/sign-in/callback'
/** and where those are led who sign in beside a page that waits for it. */
export const SIGNED_IN_PATH = '/signed-in'
