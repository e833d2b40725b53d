import { InputError, type Localized } from '../core/errors.ts'

/** Variable of the environment by which tests set the clock of a process. */
const NOW_VARIABLE = 'QMS_VERDICT_NOW'

/** The clock of a process; nothing else in it reads the time of day. */
export interface ProcessClock {
  now: () => Date
  /** To be said at start when the clock is not the machine's. */
  warning?: Localized
}

/**
 * The machine's clock, or, for tests, one that starts at the instant in `QMS_VERDICT_NOW` and runs on from there.
 * @throws InputError when the variable holds no instant
 */
export function processClock(environment: NodeJS.ProcessEnv): ProcessClock {
  const set = environment[NOW_VARIABLE]
  if (set === undefined || set === '') return { now: () => new Date() }
  const start = Date.parse(set)
  if (Number.isNaN(start) || !/(Z|[+-]\d{2}:\d{2})$/.test(set)) throw noInstant(set)
  return {
    now: () => new Date(start + performance.now()),
    warning: {
      vi: `CẢNH BÁO: đồng hồ của dịch vụ được đặt bằng biến môi trường ${NOW_VARIABLE} là '${set}', chỉ dùng để kiểm thử. Kết quả đánh giá sẽ ghi theo ngày này, không theo ngày thực tế.`,
      en: `WARNING: the clock of the service was set by ${NOW_VARIABLE} to '${set}', for tests only. Verdicts will carry this day, not today.`,
    },
  }
}

const noInstant = (set: string) =>
  new InputError({
    vi: `Biến môi trường ${NOW_VARIABLE} là '${set}', không phải một thời điểm. Ghi theo dạng 2026-03-05T02:00:00Z, hoặc bỏ biến này.`,
    en: `Environment variable ${NOW_VARIABLE} is '${set}', which is no instant. Write it as 2026-03-05T02:00:00Z, or unset it.`,
  })
