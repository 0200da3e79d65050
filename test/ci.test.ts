import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { confirmed, edited, london, vocabulary } from './edited-london.ts'
import { gitEnv, makeRepository, type TestRepository } from './repository.ts'
import { dealdiff, root, words } from './terminal.ts'

/** What a repository plugs in: the action, the hooks, this repository's own workflow. Their scripts are run as they are. */

interface Step {
  readonly id?: string
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, unknown>>
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}
const read = (path: string): string => readFileSync(`${root}/${path}`, 'utf8')
const action = parse(read('action.yml')) as Action
const workflow = parse(read('.github/workflows/ci.yml')) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)

describe('the action', () => {
  it('hands its inputs to scripts as variables, never as text of theirs', () => {
    for (const step of [...action.runs.steps, ...steps]) expect(step.run ?? '').not.toContain('${{')
  })

  it('uses every input that it declares, and declares every one it uses', () => {
    const used = [...read('action.yml').matchAll(/\$\{\{[^}]*\binputs\.([a-z-]+)/g)].map((m) => m[1])
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort())
    const ids = action.runs.steps.map((s) => s.id)
    for (const { value } of Object.values(action.outputs))
      expect(ids).toContain(/steps\.([a-z]+)\.outputs/.exec(value)?.[1])
  })

  it('is given only inputs that it has', () => {
    const own = steps.filter((s) => s.uses === './')
    expect(own.length).toBeGreaterThan(0)
    for (const step of own)
      for (const key of Object.keys(step.with ?? {})) expect(Object.keys(action.inputs)).toContain(key)
  })
})

const scratch: string[] = []
const repositories: TestRepository[] = []
afterAll(() => {
  for (const folder of scratch) rmSync(folder, { recursive: true, force: true })
  for (const repository of repositories) repository.remove()
})
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'dealdiff-ci-'))
  scratch.push(made)
  return made
}

/** What the runner knows: the values of expressions by their text. */
type Known = Readonly<Record<string, string>>

/** Runs the scripts of the action but the first, which installs, as the runner would in a checkout. */
function runAction(
  checkout: string,
  known: Known,
): { readonly code: number; readonly log: string; readonly summary: string; readonly outputs: Known } {
  const files = folder()
  const [output, summary] = [join(files, 'output'), join(files, 'summary')]
  const outputs: Record<string, string> = {}
  let [code, log] = [0, '']
  const value = (expression: string): string => {
    const inner = expression.trim()
    const input = /^inputs\.(.+)$/.exec(inner)?.[1]
    if (input !== undefined) return known[inner] ?? action.inputs[input]?.default ?? ''
    const found = /^steps\.([a-z]+)\.outputs\.([a-z]+)$/.exec(inner)
    return found === null ? (known[inner] ?? '') : (outputs[`${found[1]}.${found[2]}`] ?? '')
  }
  writeFileSync(summary, '')
  for (const step of action.runs.steps.slice(1)) {
    if (step.id === 'changes' && outputs['base.base'] === '') continue
    writeFileSync(output, '')
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([key, text]) => [
        key,
        text.replace(/\$\{\{([^}]*)\}\}/g, (_, inner: string) => value(inner)),
      ]),
    )
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run ?? ''], {
      cwd: checkout,
      encoding: 'utf8',
      env: {
        ...gitEnv,
        ...env,
        GITHUB_ACTION_PATH: root,
        GITHUB_ACTIONS: 'true',
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      },
    })
    log += ran.stdout + ran.stderr
    code ||= ran.status ?? 1
    for (const line of readFileSync(output, 'utf8').split('\n')) {
      const [key = '', ...rest] = line.split('=')
      if (key !== '') outputs[`${step.id}.${key}`] = rest.join('=')
    }
  }
  return { code, log, summary: readFileSync(summary, 'utf8'), outputs }
}

/** A repository with a branch that edits London, merged as a pull request is checked out, cloned as a runner clones. */
function pullRequest(edit: string): { readonly checkout: string; readonly base: string } {
  const origin = makeRepository()
  repositories.push(origin)
  origin.commit({ 'deals/london.yaml': london, 'deals/vocabulary.yaml': vocabulary })
  origin.git('checkout', '--quiet', '-b', 'edit')
  origin.commit({ 'deals/london.yaml': edit })
  origin.git('checkout', '--quiet', 'main')
  const base = origin.commit({ 'README.md': 'main has moved on\n' })
  origin.git('checkout', '--quiet', '-b', 'merge')
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'edit')
  const checkout = join(folder(), 'checkout')
  execFileSync(
    'git',
    ['clone', '--quiet', '--depth=1', '--branch=merge', `file://${origin.root}`, checkout],
    { env: gitEnv },
  )
  return { checkout, base }
}

describe('the action in a checkout of one commit', () => {
  it('fetches what a pull request is compared with, and shows what it changed', () => {
    const { checkout, base } = pullRequest(confirmed)
    const { code, log, summary, outputs } = runAction(checkout, {
      'github.event.pull_request.base.sha': base,
    })
    expect(log).toContain('::notice')
    expect(outputs).toMatchObject({ 'base.base': 'HEAD^1', 'check.errors': '0' })
    expect(summary).toContain('us-tariff-55')
    expect(code).toBe(0)
  })

  it('fails where it is told to', () => {
    const { checkout, base } = pullRequest(confirmed)
    const known = { 'github.event.pull_request.base.sha': base, 'inputs.changes-fail-on': 'new-agreement' }
    expect(runAction(checkout, known).code).toBe(1)
  })

  it('fails on an error, and says where it is', () => {
    const { checkout, base } = pullRequest(edited(london, 'date: 2025-06-26', 'date: 2025-06-62'))
    const { code, log, outputs } = runAction(checkout, { 'github.event.pull_request.base.sha': base })
    expect(code).not.toBe(0)
    expect(outputs['check.errors']).toBe('1')
    expect(log).toMatch(/^::error file=deals\/london\.yaml,line=\d+,/m)
  })

  it('has nothing to compare a first push with, and still checks', () => {
    const { checkout } = pullRequest(confirmed)
    const { code, outputs } = runAction(checkout, { 'github.event.before': '0'.repeat(40) })
    expect(code).toBe(0)
    expect(outputs).toMatchObject({ 'base.base': '', 'check.errors': '0' })
  })

  it('compares a push with what was there before', () => {
    const { checkout, base } = pullRequest(confirmed)
    execFileSync('git', ['config', 'uploadpack.allowAnySHA1InWant', 'true'], { cwd: checkout, env: gitEnv })
    const { outputs, summary } = runAction(checkout, { 'github.event.before': base })
    expect(outputs['base.base']).toBe(base)
    expect(summary).toContain('us-tariff-55')
  })
})

describe('the hooks of pre-commit', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly {
    readonly id: string
    readonly entry: string
    readonly files: string
  }[]

  it.each(hooks)('$id runs on deal files and vocabularies', async ({ entry, files }) => {
    const names = ['deals/london.yaml', 'deals/vocabulary.yaml', 'a/deals/x.yml']
    expect(names.every((name) => new RegExp(files).test(name))).toBe(true)
    expect(
      ['deals/deal.schema.json', 'test/x.yaml', 'deals/a/b.yaml'].some((n) => new RegExp(files).test(n)),
    ).toBe(false)
    const { code, stderr } = await dealdiff([...words(entry).slice(1), '--help'])
    expect([code, stderr]).toEqual([0, ''])
    const repository = makeRepository()
    repositories.push(repository)
    repository.commit({ 'deals/london.yaml': london, 'deals/vocabulary.yaml': vocabulary })
    const ran = await dealdiff([...words(entry).slice(1), 'deals/london.yaml', 'deals/vocabulary.yaml'], {
      cwd: repository.root,
      env: gitEnv,
    })
    expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  })
})
