/** Signed by a private key, checked by a public one: `none` and the HS family, where a public key could pass for a secret, are out. */
export const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256']
