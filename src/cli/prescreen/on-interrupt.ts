import type { Language, Localized } from '../../base/localized.ts'

/** What a shell expects of a command that ended by SIGINT: 128 and the number of the signal. */
const INTERRUPTED = 130

const TOLD: Record<'kept' | 'lost', Localized> = {
  kept: {
    vi: 'Đã dừng. Kết quả của các bộ hồ sơ đã xong được lưu lại; chạy lại lệnh này để làm tiếp.',
    en: 'Stopped. Results of the bundles that are done are kept; run the same command to go on.',
  },
  lost: {
    vi: 'Đã dừng. Không lưu kết quả tạm (--no-cache), lần chạy sau làm lại từ đầu.',
    en: 'Stopped. No results are kept (--no-cache); the next run starts from the beginning.',
  },
}

/**
 * Lets a person break off a run and says what becomes of it.
 * @returns what ends this
 */
export function onInterrupt(lang: Language, kept: boolean): () => void {
  const stop = () => {
    process.stderr.write(`\n${TOLD[kept ? 'kept' : 'lost'][lang]}\n`)
    process.exit(INTERRUPTED)
  }
  process.once('SIGINT', stop)
  return () => process.removeListener('SIGINT', stop)
}
