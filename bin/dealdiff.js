#!/usr/bin/env node
// The launcher: the only file that touches the process. Everything else is handed what it needs.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../dist/cli.js'

/** A closed pipe ends quietly, with the exit code the command has. */
const quietly = (stream) =>
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
quietly(process.stdout)
quietly(process.stderr)

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdout: {
    isTTY: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    write: (text) => void process.stdout.write(text),
  },
  stderr: {
    isTTY: process.stderr.isTTY === true,
    columns: process.stderr.columns,
    write: (text) => void process.stderr.write(text),
  },
  readStdin: () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(0)),
  shipped: fileURLToPath(new URL('../deals', import.meta.url)),
  version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
})
