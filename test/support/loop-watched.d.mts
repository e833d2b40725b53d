/** Watches for how long the loop of this process does not turn; what it gives tells the longest time, in milliseconds, and ends. */
export function loopWatched(): () => number
