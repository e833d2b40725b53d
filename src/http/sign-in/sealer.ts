import { createHash } from 'node:crypto'
import { EncryptJWT, errors, jwtDecrypt } from 'jose'

/** The fewest bytes that a secret may have. */
export const SECRET_BYTES = 32

/**
 * Seals what a browser keeps for us: nobody else can read it, change it, or use what was sealed for one purpose for
 * another (JWE, `dir` with A256GCM).
 */
export interface Sealer {
  /**
   * @param purpose what it is for
   * @param now the instant from which it counts
   * @param seconds how long it counts
   */
  seal(purpose: string, content: Readonly<Record<string, unknown>>, now: Date, seconds: number): Promise<string>
  /** What was sealed for a purpose; undefined when it is not of ours, was changed, or has run out. */
  open(purpose: string, sealed: string, now: Date): Promise<Readonly<Record<string, unknown>> | undefined>
}

/**
 * A {@link Sealer} by a secret that all processes of a service share.
 * @param secret at least {@link SECRET_BYTES} bytes that nobody can guess
 * @throws RangeError when the secret is shorter
 */
export function createSealer(secret: Uint8Array): Sealer {
  if (secret.length < SECRET_BYTES) throw new RangeError(`a secret of ${secret.length} bytes`)
  // A key of its own, so that the secret may serve for something else too.
  const key = createHash('sha256').update('qms-verdict session').update(secret).digest()
  return {
    seal(purpose, content, now, seconds) {
      const from = Math.floor(now.getTime() / 1000)
      return new EncryptJWT({ content })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(purpose)
        .setExpirationTime(from + seconds)
        .encrypt(key)
    },
    async open(purpose, sealed, now) {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          audience: purpose,
          currentDate: now,
          requiredClaims: ['exp'],
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return payload.content as Readonly<Record<string, unknown>>
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}
