// Stands for jsonpath-plus in what is built: a path in a condition would run code, and no rule can have one.
/** @throws Error always */
export function JSONPath() {
  throw new Error('a condition with a path was put to the engine')
}
