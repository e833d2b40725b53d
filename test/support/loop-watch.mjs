// Loaded before a program (`--import`): watches for how long its loop does not turn, in processor time of its main thread.
// At SIGUSR2 a line is added to the file LOOP_WATCH: the longest time since the last line, in milliseconds.
import { appendFileSync } from 'node:fs'
import { loopWatched } from './loop-watched.mjs'

let longest = loopWatched()
process.on('SIGUSR2', () => {
  appendFileSync(process.env.LOOP_WATCH, `${longest()}\n`)
  longest = loopWatched()
})
