import type { Expression } from '../../rules/expression.ts'
import { showDate } from '../values.ts'
import { label, paramValue, type Speech } from './speech.ts'

/** A day expression of a rule in words: *ngày thủ tục có hiệu lực cộng 3 tháng*. */
export function dayWords(source: Expression, speech: Speech): string {
  const vi = speech.lang === 'vi'
  const listed = (days: readonly Expression[]) => days.map((day) => dayWords(day, speech)).join('; ')
  if ('date' in source) return vi ? `ngày ${showDate(source.date, 'vi')}` : showDate(source.date, 'en')
  if ('endOfYear' in source) {
    const day = dayWords(source.endOfYear, speech)
    return vi ? `ngày 31/12 của năm có ${day}` : `31 December of the year of ${day}`
  }
  if ('latestOf' in source) return `${vi ? 'ngày muộn nhất trong' : 'the latest of'} [${listed(source.latestOf)}]`
  if ('earliestOf' in source) return `${vi ? 'ngày sớm nhất trong' : 'the earliest of'} [${listed(source.earliestOf)}]`
  if ('monthDay' in source) return inYear(source, speech)
  const start = 'day' in source ? dayWords(source.day, speech) : label(source.fact, speech)
  return moved(start, source, speech)
}

function inYear({ monthDay, year, plusYears = 0 }: Extract<Expression, { monthDay: string }>, speech: Speech): string {
  const shown = showDate(`2000-${monthDay}`, speech.lang)
  const name = label(year, speech)
  const away = Math.abs(plusYears)
  if (speech.lang === 'vi') {
    const years = away === 1 ? 'năm' : `${away} năm`
    const which = away === 0 ? name : `${years} ${plusYears < 0 ? 'trước' : 'sau'} ${name}`
    return `ngày ${shown.replace('/2000', '')} của ${which}`
  }
  const years = away === 1 ? 'the year' : `${away} years`
  const which = away === 0 ? name : `${years} ${plusYears < 0 ? 'before' : 'after'} ${name}`
  return `${shown.replace(' 2000', '')} of ${which}`
}

type Moved = Extract<Expression, { fact: string } | { day: Expression }>

function moved(start: string, { plusMonths = 0, workingDay }: Moved, speech: Speech): string {
  const vi = speech.lang === 'vi'
  const known = typeof plusMonths === 'number'
  const unit = vi ? ' tháng' : ' months'
  const months = known ? `${Math.abs(plusMonths)}${unit}` : paramValue(plusMonths.param, speech, unit)
  const back = known && plusMonths < 0
  const counted = vi ? `${start} ${back ? 'trừ' : 'cộng'} ${months}` : `${months} ${back ? 'before' : 'after'} ${start}`
  const day = plusMonths === 0 ? start : counted
  if (!workingDay) return day
  return vi
    ? `${day} (trúng ngày nghỉ thì đến ngày làm việc tiếp theo)`
    : `${day} (a day off moves it to the next working day)`
}
