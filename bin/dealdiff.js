#!/usr/bin/env node
// The launcher: the only file that touches the process. Everything else is handed what it needs.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { run } from '../dist/cli.js'

/** A deal file is smaller; more than this is not waited for. */
const MOST_BYTES = 2_000_001

/** The standard input, up to the size that is refused anyway: a pipe may never end. */
async function readStdin() {
  const chunks = []
  let size = 0
  for await (const chunk of process.stdin) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= MOST_BYTES) break
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks))
}

/** A closed pipe ends quietly, with the exit code the command has; anything else that keeps output back is trouble. */
const guard = (stream) =>
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 2
    if (stream === process.stdout)
      process.stderr.write(`dealdiff: The output cannot be written (${error.code}).\n`)
  })
guard(process.stdout)
guard(process.stderr)

const stream = (of) => ({
  isTTY: of.isTTY === true,
  columns: of.columns,
  write: (text) => void of.write(text),
})

/** Where the command was started; a folder that is gone by now has no name: nothing is in it, or can be written there. */
function workingDirectory() {
  try {
    return process.cwd()
  } catch {
    return '/dev/null'
  }
}

const code = await run(process.argv.slice(2), {
  cwd: workingDirectory(),
  env: process.env,
  stdout: stream(process.stdout),
  stderr: stream(process.stderr),
  readStdin,
  shipped: fileURLToPath(new URL('../deals', import.meta.url)),
  version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
})
process.exitCode ??= code
