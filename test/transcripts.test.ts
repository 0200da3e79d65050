import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dealdiff, root, words } from './terminal.ts'

/**
 * Each file of `transcripts/` is what a person sees: a command line after `$`, what it prints, and its exit code.
 * `UPDATE=1 npx vitest run test/transcripts.test.ts` writes them anew; read the difference before you keep it.
 */
const folder = `${root}/test/transcripts`

async function play(line: string): Promise<string> {
  const { code, stdout, stderr } = await dealdiff(words(line).slice(1))
  return `$ ${line}\n${stdout}${stderr === '' ? '' : `[stderr]\n${stderr}`}[exit ${code}]\n`
}

describe('transcripts', () => {
  for (const name of readdirSync(folder).sort())
    it(name, async () => {
      const path = `${folder}/${name}`
      const written = readFileSync(path, 'utf8')
      const lines = written.split('\n').filter((l) => l.startsWith('$ dealdiff'))
      expect(lines.length).toBeGreaterThan(0)
      const played = (await Promise.all(lines.map((l) => play(l.slice(2))))).join('\n')
      if (process.env.UPDATE) writeFileSync(path, played)
      else expect(played).toBe(written)
    })
})
