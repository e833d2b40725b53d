import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Secrets Manager as far as a function asks it: one secret, whatever its name. The variables by which it is found. */
export async function startVault(secret = 'x'.repeat(64)) {
  const server = createServer((_, response) => response.end(JSON.stringify({ SecretString: secret })))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`, VERDICT_KEY_SECRET_ARN: 'verdict' },
    close: () => server.close(),
  }
}
