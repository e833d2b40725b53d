#!/usr/bin/env node
import { runCommandLine } from './command-line.ts'

// Node opens its debugger on loopback to whoever may send this signal, as a taken-over reader of documents may.
process.on('SIGUSR1', () => undefined)
process.exitCode = await runCommandLine(process.argv.slice(2))
