import { it } from 'vitest'
import { expectForecasts } from './forecast.ts'

it('equals judging days anew, over 30 random dossiers', { timeout: 300_000 }, () => expectForecasts(30))
