import { it } from 'vitest'
import { expectForecasts } from './forecast.ts'

it('equals judging days anew, over 300 random dossiers', { timeout: 900_000 }, () =>
  expectForecasts(Number(process.env.FORECAST_RUNS ?? 300)),
)
