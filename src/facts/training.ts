import type { Clock } from '../base/clock.ts'
import { day, latest } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

function latestTraining(scope: Scope, clock: Clock) {
  return latest(scope.manifest.training ?? [], ({ on }) => day(on), clock)
}

const of = (scope: Scope, clock: Clock) => scope.derive(latestTraining, clock)
const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = of(scope, clock)
  return found && `/training/${found.index}${key}`
}

/** The latest training on the QMS (QĐ 19/2014 Điều 11 khoản 3). */
export const trainingFacts: Facts = {
  'latestTraining.on': fact(
    'day',
    'ngày đào tạo gần nhất',
    'day of the latest training',
    (s, c) => of(s, c)?.on,
    at(''),
  ),
  'latestTraining.people': fact(
    'number',
    'số người được đào tạo',
    'people trained',
    (s, c) => of(s, c)?.act.people,
    at('/people'),
  ),
  'latestTraining.file': fact(
    'file',
    'hồ sơ đào tạo',
    'record of training',
    (s, c) => usableFile(s, of(s, c)?.act.file),
    at('/file'),
  ),
}
