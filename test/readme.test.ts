import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { formats } from '../src/formats/index.ts'
import { verdictWords } from '../src/formats/text/words.ts'
import { commands } from '../src/commands/index.ts'
import { severities } from '../src/diagnostic.ts'
import type { Rule } from '../src/rule.ts'
import { rules } from '../src/rules/index.ts'
import { changeWords, verdicts } from '../src/verdict.ts'
import { confirmed, london, splitLadder, vocabulary } from './edited-london.ts'
import { gitEnv, makeRepository } from './repository.ts'
import { dealdiff, root, words } from './terminal.ts'

/** The marked zones of README.md are what the program prints; `UPDATE=1` refills them. */
const path = `${root}/README.md`
const readme = readFileSync(path, 'utf8')
const scratch = mkdtempSync(join(tmpdir(), 'dealdiff-readme-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A table of Markdown; its cells are this program's own words. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** What is linted first: what reading finds says by itself what to write. */
const byReading = ({ found }: Rule): number => Number(found.by === 'reading')

async function refilled(): Promise<string> {
  let text = readme
  const zone = (name: string, body: string): void => {
    const [open, close] = [
      new RegExp(`(<!-- ${name}[^>]* -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
      `$1${body.replaceAll('$', '$$$$')}\n$2`,
    ]
    expect(text).toMatch(open)
    text = text.replace(open, close)
  }
  zone(
    'verdicts',
    table(
      ['verdict', 'when'],
      verdicts.map((v) => [`\`${v}\``, verdictWords[v].means]),
    ),
  )
  zone(
    'formats',
    table(
      ['`--format`', 'is'],
      formats.map((f) => [`\`${f.name}\``, f.summary]),
    ),
  )
  zone(
    'rules',
    table(
      ['rule', 'is', 'finds', '`--fix`'],
      [...rules]
        .sort(
          (a, b) =>
            byReading(a) - byReading(b) || severities.indexOf(a.severity) - severities.indexOf(b.severity),
        )
        .map(({ id, severity, summary, mends }) => [`\`${id}\``, severity, summary, mends ? 'mends it' : '']),
    ),
  )
  const screens = [...text.matchAll(/<!-- screen: ([^>]*) -->\n[\s\S]*?<!-- \/screen -->/g)]
  expect(screens.length).toBeGreaterThan(1)
  for (const [whole, argv = ''] of screens) {
    const { stdout } = await dealdiff(words(argv))
    text = text.replace(
      whole,
      () => `<!-- screen: ${argv} -->\n\`\`\`console\n$ dealdiff ${argv}\n${stdout}\`\`\`\n<!-- /screen -->`,
    )
  }
  zone('changes', `\`\`\`console\n${await editedLondon()}\`\`\``)
  zone('change-words', changeWords.map((w) => `\`${w}\``).join(' '))
  // The tutorial is done as a reader does it: files written, then commands run among them.
  const steps = [...text.matchAll(/<!-- tutorial: (.*?) -->\n```(yaml|console)\n([\s\S]*?)```/g)]
  expect(steps.length).toBeGreaterThan(3)
  for (const [whole, step = '', language, body = ''] of steps) {
    if (language === 'yaml') writeFileSync(join(scratch, step), body)
    else {
      const { stdout, stderr } = await dealdiff(words(step).slice(1), { cwd: scratch })
      text = text.replace(
        whole,
        () => `<!-- tutorial: ${step} -->\n\`\`\`console\n$ ${step}\n${stdout}${stderr}\`\`\``,
      )
      // Only the first such step is replaced by its text: a later one of the same name stands further down.
      text = text.replace(`<!-- tutorial: ${step} -->`, `<!-- done: ${step} -->`)
    }
  }
  return text.replaceAll('<!-- done: ', '<!-- tutorial: ')
}

/** What a pull request shows in which China confirms a figure, and one step of a ladder goes its own way. */
async function editedLondon(): Promise<string> {
  const repository = makeRepository()
  repository.commit({ 'deals/london.yaml': london, 'deals/vocabulary.yaml': vocabulary })
  repository.write({ 'deals/london.yaml': confirmed, 'deals/vocabulary.yaml': splitLadder })
  const line = 'changes --base main --width 100'
  const { stdout, stderr } = await dealdiff(words(line), {
    cwd: repository.root,
    shipped: `${repository.root}/deals`,
    env: gitEnv,
  })
  repository.remove()
  return `$ dealdiff ${line}\n${stdout}${stderr}`
}

describe('README.md', () => {
  it('shows what the program prints', async () => {
    const text = await refilled()
    if (process.env.UPDATE) writeFileSync(path, text)
    else expect(text).toBe(readme)
  })

  it('names only commands and options that there are', async () => {
    const helpOf = async (name: string): Promise<string> => (await dealdiff([name, '--help'])).stdout
    const helps = new Map<string, string>()
    for (const { name } of commands) helps.set(name, await helpOf(name))
    const lines = [...readme.matchAll(/\bdealdiff ([^`\n]*)/g)].map((m) => m[1] ?? '')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      const [first = ''] = words(line)
      const help = helps.get(first) ?? helps.get('compare')
      for (const [option] of line.matchAll(/(?<=^|\s)--[a-z][a-z-]*/g))
        expect(help, `dealdiff ${line}`).toContain(option)
    }
  })

  it('its jq lines find what they say', async () => {
    const { stdout } = await dealdiff(['london', '--json'])
    const report = JSON.parse(stdout)
    expect(
      report.deals[0].terms.map((t: { id: string; verdict: string }) => [t.id, t.verdict]),
    ).toContainEqual(['status', 'at-odds'])
    expect(
      report.deals[0].terms.some((t: { missing: { mustAct: boolean }[] }) =>
        t.missing.some((m) => m.mustAct),
      ),
    ).toBe(true)
    expect(report.deals[0].terms[0].versions[0].claims[0].place.line).toBeGreaterThan(1)
  })
})
