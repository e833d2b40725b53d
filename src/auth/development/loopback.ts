import { BlockList, isIP } from 'node:net'
import { InputError } from '../../base/errors.ts'

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

/** Can only this machine reach a server that listens there? */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true
  const family = isIP(host)
  return family !== 0 && LOOPBACK.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

/** The host of an address, an IPv6 one without its brackets. */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

/**
 * Keeps the development issuer on this machine: whoever reaches the server could act for any agency.
 * @param host the address that the server listens on or is reached at
 * @throws InputError when other machines can reach it
 */
export function refuseBeyondLoopback(host: string): void {
  if (isLoopback(host)) return
  throw new InputError({
    vi: `Đơn vị cấp mã truy cập thử nghiệm không chạy được khi máy chủ được truy cập tại '${host}', vì máy khác cũng truy cập được. Đề nghị dùng 127.0.0.1 (không đặt --public-url), hoặc cấu hình đơn vị cấp mã thật (OIDC).`,
    en: `The development issuer does not run while the server is reached at '${host}', where other machines can reach it too. Use 127.0.0.1 (without --public-url), or configure a real issuer (OIDC).`,
  })
}
