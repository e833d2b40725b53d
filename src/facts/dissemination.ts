import type { Clock } from '../base/clock.ts'
import { done } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

const on = ({ manifest }: Scope, clock: Clock) => done(manifest.dissemination?.on, clock)

/** Dissemination of the documents to staff (Thông tư 26/2014 Điều 7 khoản 2 điểm đ); one dated later has reached nobody yet. */
export const disseminationFacts: Facts = {
  'dissemination.on': fact('day', 'ngày phổ biến tài liệu', 'day of the dissemination', on, () => '/dissemination/on'),
  'dissemination.reached': fact(
    'number',
    'số người đã được phổ biến',
    'people reached',
    (s, c) => (on(s, c) === undefined ? undefined : s.manifest.dissemination?.reached),
    () => '/dissemination/reached',
  ),
  'dissemination.file': fact(
    'file',
    'tài liệu về việc phổ biến',
    'record of the dissemination',
    (s) => usableFile(s, s.manifest.dissemination?.file),
    () => '/dissemination/file',
  ),
}
