import { PARAMETERS, type ParameterName } from '../../../src/http/api/parameters.ts'
import type { ApiRoute as Route } from '../../../src/http/route.ts'

/** The path of a route with every parameter filled in, by its example unless said. */
export function pathOf(route: Route, given: Partial<Record<ParameterName, string>> = {}): string {
  return route.path.replace(/\{(\w+)\}/g, (_, name: ParameterName) => given[name] ?? PARAMETERS[name].example)
}
