// Calls the built function as Lambda does: `node invoke.mjs <evaluate-bundle.mjs>` with the event on standard input.
// The answer is the last line of standard output, after the function's own log.
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const context = { awsRequestId: 'r', functionName: 'f', functionVersion: '1', memoryLimitInMB: '1769' }
const { handler } = await import(pathToFileURL(process.argv[2]).href)
console.log(JSON.stringify(await handler(JSON.parse(await text(process.stdin)), context)))
