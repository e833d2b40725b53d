import { wording } from './wording.ts'

/** Quốc hiệu. */
export const COUNTRY = wording('«CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»|«CỘNG HÒA XÃ HỘI CHỦ NGHĨA»(?: ?«VIỆT»)?$')
/** Tiêu ngữ. */
const MOTTO = wording('«Độc lập» ?[-–—.]* ?«Tự do» ?[-–—.]* ?«Hạnh phúc»')
const ENGLISH = /SOCIALIST REPUBLIC OF VIET ?NAM|Independence ?[-–—] ?Freedom ?[-–—] ?Happiness/iu
const BOTH = [COUNTRY, MOTTO, ENGLISH]

/** What stands beside the name of the country and its motto, which take the right half of a heading. */
export function withoutMotto(text: string): string {
  return BOTH.reduce((left, pattern) => left.replace(pattern, ' '), text)
    .replace(/\s+/gu, ' ')
    .trim()
}
