import type { Language } from '../base/localized.ts'

/**
 * Shows how far reading has come, on standard error and only on a terminal; returns what clears the line.
 * @param what is read, where it is one of several; else "the bundle"
 */
export function progressLine(
  lang: Language,
  what?: string,
): { show(done: number, total: number): void; clear(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined }
  const word = what ?? (lang === 'vi' ? 'Đang đọc bộ hồ sơ' : 'Reading the bundle')
  let shown = -1
  return {
    show(done, total) {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total)
      if (percent === shown) return
      shown = percent
      const bar = '█'.repeat(Math.floor(percent / 5)).padEnd(20, '░')
      stderr.write(`\r${word} ${bar} ${percent}%`)
    },
    clear() {
      if (shown >= 0) stderr.write('\r\u001b[K')
    },
  }
}
