import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command line is tested as it ships: built first, from the sources as they are. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('build.js', import.meta.url))], { stdio: 'inherit' })
}
