import { editionState } from './declaration-edition.ts'
import { type Facts, fact } from './define.ts'

/**
 * Whether the declaration in force names the edition of 2008 while that may be declared: what only the edition of 2015
 * asks for is then not asked of the agency. Without a declaration in force nothing is excused.
 */
export const edition2008Facts: Facts = {
  'declaration.underEdition2008': fact(
    'flag',
    'công bố theo TCVN ISO 9001:2008 còn được chấp nhận',
    'declared under TCVN ISO 9001:2008 while accepted',
    (scope, clock) => {
      const state = scope.derive(editionState, clock)
      return state?.edition === '9001:2008' && state.status === 'accepted'
    },
  ),
}
