import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CLIENT_ID } from '../../../src/http/sign-in/authorization.ts'
import { createProvider } from '../../../src/http/sign-in/development-issuer.ts'

const URL_OF_SERVICE = 'http://127.0.0.1:8080'
const REDIRECT = `${URL_OF_SERVICE}/sign-in/finish`
const CALLER = { kind: 'agency', code: 'H61.12' } as const
const verifier = randomBytes(32).toString('base64url')

const provider = createProvider({
  url: () => URL_OF_SERVICE,
  redirectPath: '/sign-in/finish',
  keys: { keys: [] },
  idToken: async (issuer, caller, nonce) => JSON.stringify({ issuer, caller, nonce }),
})

/** A code for the agency, as the browser carries it to the client. */
const code = () =>
  provider.code(
    {
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT,
      scope: 'openid',
      state: 's',
      nonce: 'n',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    },
    CALLER,
  )
const exchange = async (form: Record<string, string>) =>
  provider.exchange({
    grant_type: 'authorization_code',
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT,
    code_verifier: verifier,
    ...form,
  })

describe('a code of the development issuer', () => {
  test('is answered with who was picked', async () => {
    const { id_token: token } = (await exchange({ code: await code() })) ?? expect.unreachable()
    expect(JSON.parse(String(token))).toMatchObject({ caller: CALLER, nonce: 'n' })
  })

  test('is good once', async () => {
    const given = await code()
    expect(await exchange({ code: given })).toBeDefined()
    expect(await exchange({ code: given })).toBeUndefined()
  })

  test('is good for nothing after somebody without the verifier tried it', async () => {
    const given = await code()
    expect(await exchange({ code: given, code_verifier: randomBytes(32).toString('base64url') })).toBeUndefined()
    expect(await exchange({ code: given })).toBeUndefined()
  })

  test.each([
    ['another redirect address', { redirect_uri: `${URL_OF_SERVICE}/elsewhere` }],
    ['another client', { client_id: 'somebody' }],
    ['another grant', { grant_type: 'password' }],
    ['nothing that was given', { code: 'x' }],
  ])('is not good with %s', async (_, form) => {
    expect(await exchange({ code: await code(), ...form })).toBeUndefined()
  })
})

test.each([
  [REDIRECT, true],
  [`${REDIRECT}/`, false],
  [`${REDIRECT}?a=1`, false],
  [`${URL_OF_SERVICE}/elsewhere`, false],
  ['http://localhost:8080/sign-in/finish', false],
  ['https://127.0.0.1:8080/sign-in/finish', false],
])('codes are sent to %s: %s', (uri, sent) => {
  expect(provider.isRedirectUri(uri)).toBe(sent)
})
