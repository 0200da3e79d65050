import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, it } from 'vitest'
import { TroubleError } from '../src/errors.ts'
import {
  commitOf,
  entriesAt,
  entryAt,
  folderAt,
  mergeBaseOf,
  renamesSince,
  repositoryAt,
  textAt,
} from '../src/git.ts'
import { checkedAt, dealsAt, type Found, resolveDeals, type Surroundings } from '../src/operand.ts'
import { reportSchema } from '../src/report/report-schema.ts'
import { findShelf } from '../src/shelf.ts'
import { london } from './edited-london.ts'
import { gitEnv, makeRepository, scratchFolder, type TestRepository } from './repository.ts'
import { dealdiff, type Place, type Ran, root } from './terminal.ts'

/** Deals at revisions, in real repositories: what is found, and what is told where nothing is. */
const made: string[] = []
afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true, force: true })))
const scratch = (): string => {
  const dir = scratchFolder()
  made.push(dir)
  return dir
}
const repository = (at?: string): TestRepository => {
  const repo = makeRepository(at)
  made.push(repo.root)
  return repo
}
const outer = (args: readonly string[], cwd: string): string =>
  execFileSync('git', [...args], { cwd, env: gitEnv, stdio: ['ignore', 'pipe', 'pipe'] })
    .toString('utf8')
    .trim()

/** A deal of one term, told apart by what the first party names. */
const deal = (id: string, value: string, more = ''): string => `deal: ${id}
${more}parties: { us: United States, japan: Japan }
sources:
  u: { party: us, by: US, kind: minister, date: 2025-07-01 }
  j: { party: japan, by: Japan, kind: minister, date: 2025-07-02 }
terms:
  rice: { title: Japan buys rice, obligor: japan }
announced:
  us:
    rice: { value: ${value}, source: u }
  japan:
    rice: { value: 8 Mt, source: j }
`

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema)

/** A command line that ends in trouble: exit 2, one sentence and no trace; with --json one document that says the same. */
async function trouble(
  argv: readonly string[],
  place: Place,
): Promise<{ code: string; message: string; hint: string }> {
  const human = await dealdiff(argv, { env: gitEnv, ...place })
  expect(human.code).toBe(2)
  expect(human.stdout).toBe('')
  expect(human.stderr).not.toMatch(/\n\s+at /)
  // oxlint-disable-next-line no-control-regex -- that none of these gets out is what is tested
  expect(human.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length
  const machine = await dealdiff([...argv.slice(0, end), '--json', ...argv.slice(end)], {
    env: gitEnv,
    ...place,
  })
  expect(machine.code).toBe(2)
  const report = JSON.parse(machine.stdout)
  validate(report)
  expect(validate.errors).toBeNull()
  expect(report.trouble).toHaveLength(1)
  const [{ code, message, hint }] = report.trouble
  expect(message).toMatch(/^[^\n]+\.$/)
  return { code, message, hint: hint ?? '' }
}

const verdicts = (ran: Ran): unknown => {
  expect(ran.stderr).toBe('')
  return JSON.parse(ran.stdout).deals.map((d: { path: string; terms: { verdict: string }[] }) => [
    d.path,
    d.terms[0]?.verdict,
  ])
}
const compared = async (operands: readonly string[], cwd: string, env = gitEnv): Promise<unknown> =>
  verdicts(await dealdiff(['compare', ...operands, '--json'], { cwd, env }))

const surroundings = (cwd: string, deals?: string): Surroundings => ({
  cwd,
  env: gitEnv,
  shipped: `${root}/deals`,
  shelf: findShelf(cwd, `${root}/deals`, deals, undefined),
  readStdin: () => Promise.resolve(deal('in', '8 Mt')),
})
const failure = (run: () => unknown): TroubleError => {
  try {
    run()
  } catch (error) {
    if (error instanceof TroubleError) return error
    throw error
  }
  throw new Error('expected trouble')
}
const paths = (found: readonly Found[]): string[] => found.map((f) => f.path)

describe('REV:path', () => {
  const repo = repository()
  repo.commit({
    'deals/rice.yaml': deal('rice', '8 Mt', 'aliases: [grain]\n'),
    'deals/corn.yaml': deal('corn', '8 Mt'),
    'README.md': 'no deal',
    'top.yaml': deal('top', '8 Mt'),
  })
  repo.commit({ 'deals/rice.yaml': deal('rice', 'at least 9 Mt'), 'deals/corn.yaml': null })
  repo.write({ 'deals/rice.yaml': deal('rice', '8 Mt'), 'deals/a:b.yaml': deal('b', '8 Mt') })
  const sub = join(repo.root, 'deals')

  it('finds the file as it was, from the root of the tree, and shows it so', async () => {
    expect(await compared(['HEAD:deals/rice.yaml'], repo.root)).toEqual([
      ['HEAD:deals/rice.yaml', 'contradiction'],
    ])
    expect(await compared(['HEAD~1:deals/rice.yaml'], sub)).toEqual([['HEAD~1:deals/rice.yaml', 'agree']])
    expect(await compared(['main:top.yaml'], sub)).toEqual([['main:top.yaml', 'agree']])
  })

  it('starts from the working directory where the path begins with a dot', async () => {
    expect(await compared(['HEAD:./rice.yaml'], sub)).toEqual([['HEAD:deals/rice.yaml', 'contradiction']])
    expect(await compared(['HEAD:../top.yaml'], sub)).toEqual([['HEAD:top.yaml', 'agree']])
    expect(await compared(['HEAD~1:.'], sub)).toEqual([
      ['HEAD~1:deals/corn.yaml', 'agree'],
      ['HEAD~1:deals/rice.yaml', 'agree'],
    ])
  })

  it('takes a folder, a pattern, a name and an alias of that revision', async () => {
    const both = [
      ['HEAD~1:deals/corn.yaml', 'agree'],
      ['HEAD~1:deals/rice.yaml', 'agree'],
    ]
    for (const operand of ['deals', 'deals/', './deals', 'deals/*.yaml', '**/{corn,rice}.yaml'])
      expect(await compared([`HEAD~1:${operand}`], repo.root), operand).toEqual(both)
    expect(await compared(['HEAD~1:corn'], sub)).toEqual(both.slice(0, 1))
    expect(await compared(['HEAD~1:grain'], repo.root)).toEqual(both.slice(1))
    expect((await trouble(['HEAD:grain'], { cwd: repo.root })).code).toBe('unknown-deal')
  })

  it('takes any name that git has for a revision', async () => {
    repo.git('tag', '-a', 'v1', 'HEAD~1', '-m', 'x')
    const hash = repo.git('rev-parse', 'HEAD~1')
    for (const name of [
      'v1',
      hash,
      hash.slice(0, 9),
      'HEAD^',
      'main@{1}',
      'HEAD^{/an ed}~1',
      'refs/heads/main~1',
    ])
      expect(await compared([`${name}:deals/rice.yaml`], repo.root)).toEqual([
        [`${name}:deals/rice.yaml`, 'agree'],
      ])
  })

  it('stands beside other operands, each file once', async () => {
    expect(await compared(['HEAD:rice', 'deals/rice.yaml', 'HEAD:deals', 'HEAD~1:rice'], repo.root)).toEqual([
      ['HEAD:deals/rice.yaml', 'contradiction'],
      ['deals/rice.yaml', 'agree'],
      ['HEAD~1:deals/rice.yaml', 'agree'],
    ])
  })

  it('leaves what is there on the disk a file, and a drive a path', async () => {
    expect(await compared(['a:b.yaml'], sub)).toEqual([['a:b.yaml', 'agree']])
    expect(await trouble(['C:\\deals\\rice.yaml'], { cwd: repo.root })).toMatchObject({ code: 'no-file' })
    expect(await trouble(['./x:y.yaml'], { cwd: repo.root })).toMatchObject({ code: 'no-file' })
    expect(await trouble(['https://example.org/a.yaml'], { cwd: repo.root })).toMatchObject({
      code: 'no-file',
    })
    expect(await trouble(['deals/*:??.yaml'], { cwd: repo.root })).toMatchObject({
      message: 'No deal file matches "deals/*:??.yaml".',
    })
  })

  it('is linted by check, with the vocabulary beside it', async () => {
    const ran = await dealdiff(['check', 'HEAD:deals'], { cwd: repo.root, env: gitEnv })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/^HEAD:deals\/rice\.yaml:\d+:\d+ note/m)
    for (const operand of ['HEAD:./rice.yaml', 'HEAD:deals', 'HEAD:rice'])
      expect(await dealdiff(['check', operand], { cwd: sub, env: gitEnv }), operand).toEqual(ran)
  })

  it('takes a term after it', async () => {
    const ran = await dealdiff(['HEAD:rice', 'rice'], { cwd: repo.root, env: gitEnv })
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.stdout).toContain('HEAD:deals/rice.yaml')
  })

  it('says what is wrong, and what works', async () => {
    const said = async (operand: string, cwd = repo.root): Promise<unknown> => {
      const { code, message, hint } = await trouble([operand], { cwd })
      return [code, message, hint]
    }
    expect(await said('HEAD:')).toEqual([
      'usage',
      '"HEAD:" names a revision and no file; expected a path or a deal after the colon.',
      '',
    ])
    expect(await said('HEAD:rice.yaml', sub)).toEqual([
      'no-file',
      'There is no file "rice.yaml" at HEAD.',
      'Did you mean: HEAD:./rice.yaml',
    ])
    expect(await said('HEAD:deals/rcie.yaml')).toEqual([
      'no-file',
      'There is no file "deals/rcie.yaml" at HEAD.',
      'Did you mean: HEAD:deals/rice.yaml',
    ])
    expect(await said('HEAD:deals/a:b.yaml')).toEqual([
      'no-file',
      'There is no file "deals/a:b.yaml" at HEAD.',
      'It is in the working tree, and not at HEAD.',
    ])
    expect(await said('HEAD:rice/')).toEqual(['no-file', 'There is no folder "rice" at HEAD.', ''])
    expect(await said('HEAD:rcie')).toEqual([
      'unknown-deal',
      'There is no deal "rcie" in deals at HEAD.',
      'Did you mean: dealdiff HEAD:rice',
    ])
    expect(await said('HEAD:../../x.yaml', sub)).toEqual([
      'outside-repository',
      expect.stringMatching(/outside the repository/),
      expect.stringMatching(/^/),
    ])
    expect(await said('HEAD:/etc/passwd.yaml')).toEqual([
      'outside-repository',
      expect.stringMatching(/outside the repository/),
      expect.stringMatching(/^/),
    ])
    expect(await said('HEAD:nowhere/*.yaml')).toEqual([
      'no-file',
      expect.stringMatching(/No deal file matches/),
      expect.stringMatching(/^/),
    ])
    expect((await trouble(['HEAD:../*.yaml'], { cwd: repo.root })).code).toBe('outside-repository')
    expect(await said('mian:deals/rice.yaml')).toEqual([
      'unknown-revision',
      'There is no revision "mian" in this repository.',
      'Did you mean: main',
    ])
    expect(await said('HEAD~7:deals/rice.yaml')).toEqual([
      'unknown-revision',
      'There is no revision "HEAD~7" in this repository.',
      'The history of "HEAD" has 2 commits in a line.',
    ])
    expect(await said(`${'0'.repeat(40)}:rice`)).toEqual([
      'unknown-revision',
      expect.stringMatching(/./),
      expect.stringMatching(/before a new branch/),
    ])
    expect(await said(':rice')).toEqual([
      'bad-revision',
      expect.stringMatching(/empty/),
      expect.stringMatching(/^/),
    ])
    expect(await said(' :rice')).toEqual([
      'bad-revision',
      expect.stringMatching(/empty/),
      expect.stringMatching(/^/),
    ])
    expect(await said('a\u001bb:rice')).toEqual([
      'bad-revision',
      expect.stringMatching(/control character/),
      expect.stringMatching(/^/),
    ])
    // What answers with several commits, or with a caret before one, names none.
    for (const name of ['^HEAD', 'HEAD~1..HEAD', 'HEAD...HEAD~1', 'HEAD HEAD'])
      expect(await said(`${name}:rice`), name).toEqual([
        'unknown-revision',
        expect.stringMatching(/./),
        expect.stringMatching(/^/),
      ])
  })

  it('never takes a revision for an option', async () => {
    const file = join(scratch(), 'written')
    for (const name of ['-x', '-h', '--help', `--output=${file}`, '--not']) {
      for (const argv of [
        ['compare', '--', `${name}:rice`],
        ['check', '--', `${name}:deals`],
      ])
        expect(await trouble(argv, { cwd: repo.root }), name).toMatchObject({ code: 'bad-revision' })
      expect(failure(() => commitOf(repositoryAt(repo.root, gitEnv), name)).code).toBe('bad-revision')
    }
    expect(existsSync(file)).toBe(false)
  })
})

describe('a revision of odd files', () => {
  it('reads a path of any letters', async () => {
    const repo = repository()
    const names = [
      'a b',
      'q"uote',
      "it's",
      'ünïcode 中文',
      '-dash',
      '--output=x',
      'new\nline',
      'a:b',
      'x[1]',
      'tab\t',
      'back\\slash',
    ]
    repo.commit(Object.fromEntries(names.map((n) => [`deals/${n}/${n}.yaml`, deal('d', '8 Mt')])))
    const git = repositoryAt(repo.root, gitEnv)
    const head = commitOf(git, 'HEAD')
    for (const name of names) {
      expect(folderAt(git, head, `deals/${name}`), name).toEqual([`${name}.yaml`])
      expect(textAt(git, head, `deals/${name}/${name}.yaml`), name).toBe(deal('d', '8 Mt'))
      const at = surroundings(repo.root)
      for (const operand of [`HEAD:deals/${name}/${name}.yaml`, `HEAD:deals/${name}/`]) {
        const [found] = await resolveDeals([operand], at)
        expect(found?.path).toBe(`HEAD:deals/${name}/${name}.yaml`)
        expect(found?.text().text).toBe(deal('d', '8 Mt'))
      }
      const [disk] = await resolveDeals([`deals/${name}/`], at)
      expect(disk?.where).toBe(`deals/${name}/${name}.yaml`)
    }
  })

  it('takes no link, submodule or folder for a file', async () => {
    const repo = repository()
    const inner = repository(join(repo.root, 'deals', 'inner'))
    inner.commit({ 'x.yaml': deal('x', '8 Mt') })
    repo.write({ 'deals/rice.yaml': deal('rice', '8 Mt'), 'deals/folder.yaml/x': '' })
    symlinkSync('rice.yaml', join(repo.root, 'deals', 'link.yaml'))
    symlinkSync('deals', join(repo.root, 'linked'))
    repo.commit({})
    const git = repositoryAt(repo.root, gitEnv)
    const head = commitOf(git, 'HEAD')
    expect(folderAt(git, head, 'deals')).toEqual(['rice.yaml'])
    expect(folderAt(git, head, '')).toEqual([])
    expect(folderAt(git, head, 'linked')).toEqual([])
    expect(folderAt(git, head, 'nowhere')).toEqual([])
    for (const path of [
      'deals/link.yaml',
      'deals/inner',
      'deals/inner/x.yaml',
      'deals',
      'deals/folder.yaml',
      'linked/rice.yaml',
      '',
    ])
      expect(textAt(git, head, path), path).toBeNull()
    expect(entryAt(git, head, 'deals/link.yaml')?.kind).toBe('link')
    expect(await trouble(['HEAD:deals/link.yaml'], { cwd: repo.root })).toMatchObject({
      message: '"deals/link.yaml" is a symbolic link at HEAD; expected a deal file or a folder of them.',
    })
    expect(await trouble(['HEAD:./inner.yaml/../inner/'], { cwd: join(repo.root, 'deals') })).toMatchObject({
      message: '"deals/inner" is a submodule at HEAD; expected a deal file or a folder of them.',
    })
    // A pattern of a revision follows no link either.
    expect(await compared(['HEAD:**/*.yaml'], repo.root)).toEqual([['HEAD:deals/rice.yaml', 'agree']])
  })

  it('reads bytes as the disk has them: a mark, no UTF-8, a binary file, one too large', async () => {
    const repo = repository()
    const bytes = {
      'deals/bom.yaml': Buffer.from(`\ufeff${deal('bom', '8 Mt')}`),
      'deals/latin.yaml': Buffer.from([...Buffer.from('deal: d\ntitle: '), 0xff, 0x0a]),
      'deals/binary.yaml': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0]),
      'deals/crlf.yaml': Buffer.from(deal('crlf', '8 Mt').replaceAll('\n', '\r\n')),
      'deals/full.yaml': Buffer.alloc(2_000_001, 'x'),
      'deals/large.yaml': Buffer.alloc(2_000_002, 'y'),
      'deals/empty.yaml': Buffer.alloc(0),
    }
    repo.commit(bytes)
    const at = surroundings(repo.root)
    for (const path of Object.keys(bytes)) {
      const [[then], [now]] = [await resolveDeals([`HEAD:${path}`], at), await resolveDeals([path], at)]
      expect(then?.text().text === now?.text().text, path).toBe(true)
      expect([then?.where, now?.where, then?.file, now?.file]).toEqual([
        path,
        path,
        null,
        join(repo.root, path),
      ])
    }
    expect(await compared(['HEAD:deals/bom.yaml'], repo.root)).toEqual([['HEAD:deals/bom.yaml', 'agree']])
    for (const [name, rule] of [
      ['binary', 'yaml-control-character'],
      ['latin', 'yaml-encoding'],
      ['large', 'yaml-too-large'],
      ['empty', 'yaml-empty'],
    ]) {
      const { message } = await trouble([`HEAD:deals/${name}.yaml`], { cwd: repo.root })
      expect(message).toContain(`HEAD:deals/${name}.yaml is not compared`)
      const ran = await dealdiff(['check', `HEAD:deals/${name}.yaml`], { cwd: repo.root, env: gitEnv })
      expect([ran.code, ran.stderr + ran.stdout]).toEqual([2, expect.stringContaining(`[${rule}]`)])
    }
  })

  it('follows no name that leads back up in a tree made by hand', async () => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    const top = repo.git('rev-parse', 'HEAD^{tree}')
    const tree = Buffer.concat([Buffer.from('40000 ..\0'), Buffer.from(top, 'hex')])
    const write = ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin']
    const up = execFileSync('git', write, { cwd: repo.root, env: gitEnv, input: tree })
      .toString('utf8')
      .trim()
    const both = Buffer.concat([Buffer.from('40000 deals\0'), Buffer.from(up, 'hex')])
    const bad = execFileSync('git', write, { cwd: repo.root, env: gitEnv, input: both })
      .toString('utf8')
      .trim()
    const commit = repo.git('commit-tree', bad, '-m', 'x')
    const git = repositoryAt(repo.root, gitEnv)
    expect([...(entriesAt(git, commit, 'deals') ?? [])]).toEqual([])
    expect((await trouble([`${commit}:**/*.yaml`], { cwd: repo.root })).code).toBe('no-file')
  })

  it('says where a merge conflict stands', async () => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    repo.git('checkout', '--quiet', '-b', 'other')
    repo.commit({ 'deals/rice.yaml': deal('rice', '9 Mt') })
    repo.git('checkout', '--quiet', 'main')
    repo.commit({ 'deals/rice.yaml': deal('rice', '7 Mt') })
    expect(() => repo.git('merge', 'other')).toThrow()
    for (const cwd of [repo.root]) {
      const { message } = await trouble(['rice'], { cwd })
      expect(message).toContain('deals/rice.yaml is not compared')
      const ran = await dealdiff(['check', 'deals'], { cwd, env: gitEnv })
      expect([ran.code, ran.stdout + ran.stderr]).toEqual([2, expect.stringContaining('deals/rice.yaml:10:')])
      // What was there before can still be read, and both sides of the conflict.
      expect(await compared(['HEAD:rice', 'MERGE_HEAD:rice'], cwd)).toEqual([
        ['HEAD:deals/rice.yaml', 'contradiction'],
        ['MERGE_HEAD:deals/rice.yaml', 'contradiction'],
      ])
    }
    expect(renamesSince(repositoryAt(repo.root, gitEnv), repo.git('rev-parse', 'HEAD'))).toEqual(new Map())
  })
})

describe('where a repository is', () => {
  const files = { 'deals/rice.yaml': deal('rice', '8 Mt') }

  it('nowhere: says so, and what works without', async () => {
    const dir = scratch()
    writeFileSync(join(dir, 'x.yaml'), deal('x', '8 Mt'))
    expect(
      await trouble(['HEAD:x.yaml'], { cwd: dir, env: { ...gitEnv, GIT_CEILING_DIRECTORIES: dir } }),
    ).toEqual({
      code: 'no-repository',
      message: `"HEAD:x.yaml" names the revision "HEAD", and "${dir}" is not in a git repository.`,
      hint: 'There is no file of that name either; without git, a deal is named by its file.',
    })
    expect(failure(() => repositoryAt(dir, { ...gitEnv, GIT_CEILING_DIRECTORIES: dir }))).toMatchObject({
      code: 'no-repository',
      message: `"${dir}" is not in a git repository.`,
      hint: 'Two files are compared without git: dealdiff changes old.yaml new.yaml',
    })
    expect(await compared(['x.yaml'], dir)).toEqual([['x.yaml', 'agree']])
  })

  it('where there is no git: says so', async () => {
    const env = { ...gitEnv, PATH: scratch() }
    expect(await trouble(['HEAD:x.yaml'], { cwd: scratch(), env })).toMatchObject({ code: 'no-git' })
  })

  it('without a commit', async () => {
    const repo = repository()
    repo.write(files)
    expect(await trouble(['HEAD:rice'], { cwd: repo.root })).toEqual({
      code: 'unknown-revision',
      message: 'There is no revision "HEAD" in this repository.',
      hint: 'The branch has no commit yet.',
    })
  })

  it('with a detached head, in a worktree, below the root, behind a link, by a .git that is a file', async () => {
    const repo = repository()
    const first = repo.commit(files)
    repo.commit({ 'deals/rice.yaml': deal('rice', '9 Mt') })
    const expected = [['HEAD:deals/rice.yaml', 'agree']]
    const worktree = join(scratch(), 'tree')
    repo.git('worktree', 'add', '--quiet', '--detach', worktree, first)
    expect(await compared(['HEAD:rice'], join(worktree, 'deals'))).toEqual(expected)
    expect((await resolveDeals(['rice'], surroundings(join(worktree, 'deals'))))[0]?.where).toBe(
      'deals/rice.yaml',
    )
    repo.git('checkout', '--quiet', '--detach', first)
    expect(await compared(['HEAD:rice'], repo.root)).toEqual(expected)
    const link = join(scratch(), 'link')
    symlinkSync(repo.root, link)
    expect(await compared(['HEAD:rice', 'HEAD:./deals/rice.yaml'], link)).toEqual(expected)
    expect((await resolveDeals(['rice'], surroundings(link)))[0]?.where).toBe('deals/rice.yaml')
    const git = { repo: repositoryAt(link, gitEnv), commit: first, name: 'HEAD' }
    for (const operands of [
      [],
      ['rice'],
      ['deals'],
      ['deals/rice.yaml'],
      ['deals/*.yaml'],
      [join(link, 'deals')],
    ])
      expect(paths(await dealsAt(git, operands, surroundings(link)))).toEqual(['HEAD:deals/rice.yaml'])
    const elsewhere = join(scratch(), 'git')
    repo.git('worktree', 'remove', worktree)
    renameSync(join(repo.root, '.git'), elsewhere)
    writeFileSync(join(repo.root, '.git'), `gitdir: ${elsewhere}\n`)
    expect(await compared(['HEAD:rice'], repo.root)).toEqual(expected)
    writeFileSync(join(repo.root, '.git'), 'gitdir: /nowhere\n')
    expect(await trouble(['HEAD:rice'], { cwd: repo.root })).toMatchObject({
      code: 'git',
      message: 'git cannot read the repository: not a git repository: /nowhere.',
    })
  })

  it('bare, in it or named by GIT_DIR', async () => {
    const repo = repository()
    repo.commit(files)
    const bare = join(scratch(), 'bare.git')
    outer(['clone', '--quiet', '--bare', repo.root, bare], repo.root)
    const expected = [['main:deals/rice.yaml', 'agree']]
    for (const operand of ['deals/rice.yaml', './deals/rice.yaml', 'deals', 'rice', '**/*.yaml']) {
      expect(await compared([`main:${operand}`], bare), operand).toEqual(expected)
      expect(await compared([`main:${operand}`], scratch(), { ...gitEnv, GIT_DIR: bare }), operand).toEqual(
        expected,
      )
    }
    const git = { repo: repositoryAt(bare, gitEnv), commit: repo.git('rev-parse', 'HEAD'), name: 'main' }
    expect(paths(await dealsAt(git, ['deals'], surroundings(bare)))).toEqual(['main:deals/rice.yaml'])
  })

  it('another owner’s: repeats what git asks for', async () => {
    const repo = repository()
    repo.commit(files)
    const env = { ...gitEnv, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    const said = await trouble(['HEAD:rice'], { cwd: repo.root, env })
    expect(said.message).toMatch(/^git cannot read the repository: detected dubious ownership .*\.$/)
    expect(said.hint).toContain(`git config --global --add safe.directory ${repo.root}`)
  })

  it('with what git would run or write: it runs nothing, and writes nothing', async () => {
    const repo = repository()
    const file = join(scratch(), 'ran')
    const program = join(scratch(), 'program')
    writeFileSync(program, `#!/bin/sh\necho x >> '${file}'\n`, { mode: 0o755 })
    repo.commit({
      ...files,
      'deals/corn.yaml': deal('corn', '8 Mt'),
      '.gitattributes': '*.yaml diff=odd filter=odd\n',
    })
    const head = repo.git('rev-parse', 'HEAD')
    repo.git('mv', 'deals/corn.yaml', 'deals/maize.yaml')
    for (const [key, value] of [
      ['core.fsmonitor', program],
      ['diff.external', program],
      ['diff.odd.textconv', program],
      ['diff.odd.command', program],
      ['filter.odd.clean', program],
      ['filter.odd.process', program],
      ['filter.odd.required', 'true'],
      ['core.pager', program],
    ])
      repo.git('config', key ?? '', value ?? '')
    repo.write({ 'deals/rice.yaml': deal('rice', '9 Mt'), 'deals/maize.yaml': deal('maize', '9 Mt') })
    const before = outer(['hash-object', '--no-filters', '.git/index'], repo.root)
    rmSync(file, { force: true })
    const env = { ...gitEnv, GIT_EXTERNAL_DIFF: program, GIT_PAGER: program, GIT_LITERAL_PATHSPECS: '1' }
    const git = repositoryAt(repo.root, env)
    expect(renamesSince(git, head)).toEqual(new Map([['deals/maize.yaml', 'deals/corn.yaml']]))
    expect(textAt(git, commitOf(git, 'HEAD'), 'deals/rice.yaml')).toBe(deal('rice', '8 Mt'))
    expect(existsSync(file)).toBe(false)
    expect(outer(['hash-object', '--no-filters', '.git/index'], repo.root)).toBe(before)
  })
})

describe('history', () => {
  it('where two lines parted, and renames', () => {
    const repo = repository()
    const first = repo.commit({
      'deals/rice.yaml': deal('rice', '8 Mt'),
      'notes.txt': `${'text\n'.repeat(20)}`,
    })
    repo.git('checkout', '--quiet', '-b', 'other')
    const other = repo.commit({ 'deals/rice.yaml': null, 'deals/new\n"name".yaml': deal('rice', '8.5 Mt') })
    repo.git('checkout', '--quiet', 'main')
    const main = repo.commit({ x: 'x' })
    const git = repositoryAt(join(repo.root, 'deals'), gitEnv)
    expect(mergeBaseOf(git, main, other)).toBe(first)
    repo.git('checkout', '--quiet', 'other')
    expect(renamesSince(git, main)).toEqual(new Map([['deals/new\n"name".yaml', 'deals/rice.yaml']]))
    repo.git('checkout', '--quiet', 'main')
    repo.git('mv', 'deals/rice.yaml', 'grain.yaml')
    repo.git('mv', 'notes.txt', 'notes2.txt')
    expect(renamesSince(repositoryAt(repo.root, gitEnv), first)).toEqual(
      new Map([['grain.yaml', 'deals/rice.yaml']]),
    )
    // Moved without git, and then added: what it was is known to be gone.
    repo.git('mv', 'grain.yaml', 'deals/rice.yaml')
    repo.write({ 'deals/rice.yaml': null, 'deals/corn.yaml': deal('rice', '9 Mt') })
    repo.git('add', 'deals/corn.yaml')
    expect(renamesSince(git, first)).toEqual(new Map([['deals/corn.yaml', 'deals/rice.yaml']]))
    repo.git('checkout', '--quiet', '--orphan', 'alone')
    const alone = repo.commit({ y: 'y' })
    expect(failure(() => mergeBaseOf(repositoryAt(repo.root, gitEnv), main, alone))).toMatchObject({
      code: 'no-merge-base',
      hint: null,
    })
  })

  it('of a shallow clone: says which fetch is missing, and it is', async () => {
    const repo = repository()
    for (const n of [1, 2, 3, 4, 5, 6, 7]) repo.commit({ 'deals/rice.yaml': deal('rice', `${n} Mt`) })
    repo.git('tag', 'v3', 'HEAD~4')
    repo.git('branch', 'feature/x', 'HEAD~2')
    const clone = join(scratch(), 'clone')
    outer(['clone', '--quiet', '--depth', '1', `file://${repo.root}`, clone], repo.root)
    outer(['checkout', '--quiet', '--detach'], clone)
    outer(['branch', '--quiet', '-D', 'main'], clone)
    const said = async (revision: string): Promise<string> => {
      const { code, message, hint } = await trouble([`${revision}:rice`], { cwd: clone })
      expect([code, message]).toEqual([
        'unknown-revision',
        `There is no revision "${revision}" in this shallow clone.`,
      ])
      return hint
    }
    const hash = repo.git('rev-parse', 'HEAD~5')
    expect(await said('main')).toBe('Did you mean: origin/main')
    expect(await said('HEAD~5')).toBe(
      'Its history was cut. Fetch more of it: git fetch --deepen=5, or all: git fetch --unshallow',
    )
    expect(await said('HEAD^^~2')).toContain('--deepen=4,')
    expect(await said(hash)).toBe(`Fetch it: git fetch --depth=1 origin ${hash}`)
    expect(await said(hash.slice(0, 8))).toContain('git fetch --unshallow')
    expect(await said('origin/feature/x')).toBe(
      'Fetch it: git fetch --depth=1 origin feature/x:refs/remotes/origin/feature/x',
    )
    expect(await said('v3')).toContain('git fetch --depth=1 origin tag v3')
    expect(await said('$(reboot)')).toBe('')
    // Each command that is told works.
    for (const [revision, command] of [
      ['v3', 'git fetch --depth=1 origin tag v3'],
      ['origin/feature/x', await said('origin/feature/x')],
      [hash, await said(hash)],
      ['HEAD~5', 'git fetch --deepen=5'],
    ] as const) {
      outer([...command.slice(command.indexOf('git fetch') + 4).split(' '), '--quiet'], clone)
      expect(await compared([`${revision}:rice`], clone)).toEqual([
        [`${revision}:deals/rice.yaml`, 'contradiction'],
      ])
    }
  })

  it('of a shallow clone: has no common ancestor there', () => {
    const repo = repository()
    repo.commit({ a: '1' })
    repo.git('branch', 'other')
    repo.commit({ a: '2' })
    repo.git('checkout', '--quiet', 'other')
    repo.commit({ b: '2' })
    const clone = join(scratch(), 'clone')
    outer(['clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${repo.root}`, clone], repo.root)
    const git = repositoryAt(clone, gitEnv)
    expect(
      failure(() => mergeBaseOf(git, commitOf(git, 'origin/main'), commitOf(git, 'origin/other'))),
    ).toMatchObject({
      code: 'no-merge-base',
      hint: 'Fetch the history: git fetch --unshallow',
    })
  })

  it('of a clone without blobs: reads what is there, and fetches nothing', () => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    repo.commit({ 'deals/rice.yaml': deal('rice', '9 Mt') })
    repo.git('config', 'uploadpack.allowFilter', 'true')
    const clone = join(scratch(), 'clone')
    outer(['clone', '--quiet', '--filter=blob:none', `file://${repo.root}`, clone], repo.root)
    const git = repositoryAt(clone, gitEnv)
    expect(textAt(git, commitOf(git, 'HEAD'), 'deals/rice.yaml')).toBe(deal('rice', '9 Mt'))
    expect(failure(() => textAt(git, commitOf(git, 'HEAD~1'), 'deals/rice.yaml')).code).toBe('git')
  })

  it('of a clone of one branch: the fetch that is told gives the other its name', async () => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    repo.git('branch', 'dev')
    const clone = join(scratch(), 'clone')
    outer(['clone', '--quiet', '--single-branch', `file://${repo.root}`, clone], repo.root)
    const { hint } = await trouble(['origin/dev:rice'], { cwd: clone })
    expect(hint).toBe('Fetch it: git fetch origin dev:refs/remotes/origin/dev')
    outer(hint.slice(hint.indexOf('git fetch') + 4).split(' '), clone)
    expect(await compared(['origin/dev:rice'], clone)).toEqual([['origin/dev:deals/rice.yaml', 'agree']])
  })
})

describe('the same operands at a commit', () => {
  const repo = repository()
  const first = repo.commit({
    'deals/rice.yaml': deal('rice', '8 Mt', 'aliases: [grain]\n'),
    'deals/gone.yaml': deal('gone', '8 Mt'),
    'deals/vocabulary.yaml': 'bases:\n  then: { says: as it was }\n',
    'old/x.yaml': deal('x', '8 Mt'),
    'old:new/y.yaml': deal('y', '8 Mt'),
  })
  repo.commit({
    'deals/gone.yaml': null,
    'deals/new.yaml': deal('new', '8 Mt'),
    old: null,
    'old:new': null,
    'deals/vocabulary.yaml': 'bases:\n  now: { says: as it is }\n',
  })
  const at = surroundings(repo.root)
  const revision = { repo: repositoryAt(repo.root, gitEnv), commit: first, name: 'HEAD~1' }
  const find = async (...operands: string[]): Promise<(string | null)[]> =>
    (await dealsAt(revision, operands, at)).map((f) => f.where)

  it('finds what was there, and nothing where nothing was', async () => {
    expect(await find()).toEqual(['deals/gone.yaml', 'deals/rice.yaml'])
    expect(await find('gone')).toEqual(['deals/gone.yaml'])
    expect(await find('grain')).toEqual(['deals/rice.yaml'])
    expect(await find('new', 'deals/new.yaml', 'nowhere/', '-', 'deals/x*.yaml')).toEqual([])
    expect(await find('-')).toEqual([])
    expect(await find('old:new/y.yaml')).toEqual(['old:new/y.yaml'])
    expect(await find('old')).toEqual(['old/x.yaml'])
    expect(await find('old/x.yaml', './old/', '*/x.yaml', join(repo.root, 'old'))).toEqual(['old/x.yaml'])
    expect(paths(await dealsAt(revision, ['rice'], at))).toEqual(['HEAD~1:deals/rice.yaml'])
    expect(paths(await dealsAt(revision, ['../old', '.'], surroundings(join(repo.root, 'deals'))))).toEqual([
      'HEAD~1:old/x.yaml',
      'HEAD~1:deals/gone.yaml',
      'HEAD~1:deals/rice.yaml',
    ])
  })

  it('refuses what cannot be at any commit', async () => {
    await expect(find(scratch())).rejects.toMatchObject({ code: 'outside-repository' })
    await expect(find('../x.yaml')).rejects.toMatchObject({ code: 'outside-repository' })
    await expect(find('HEAD:rice')).rejects.toMatchObject({ code: 'usage' })
    await expect(find('')).rejects.toMatchObject({ code: 'usage' })
  })

  it('finds the deals of that commit where the disk has none by now', async () => {
    const shipped = { ...at, shelf: { dir: `${root}/deals`, prefix: 'shipped:' } }
    expect((await dealsAt(revision, [], shipped)).map((f) => f.path)).toEqual(
      (await dealsAt(revision, [], at)).map((f) => f.path),
    )
  })

  it('has the vocabulary of that commit, of a folder once', async () => {
    const found = await dealsAt(revision, [], at)
    const [a, b] = found.map((f) => f.vocabularies())
    expect(a).toBe(b)
    expect(a?.map((t) => t.path)).toEqual(['shipped:vocabulary.yaml', 'HEAD~1:deals/vocabulary.yaml'])
    expect(a?.[1]?.text).toContain('as it was')
    const [x] = await dealsAt(revision, ['old'], at)
    expect(x?.vocabularies().map((t) => t.path)).toEqual(['shipped:vocabulary.yaml'])
    const then = await checkedAt(revision, ['deals'], at)
    expect(then.vocabularies.map((t) => t.path)).toEqual(['HEAD~1:deals/vocabulary.yaml'])
    expect(await checkedAt(revision, ['old/vocabulary.yaml', 'deals/new.yaml'], at)).toEqual({
      deals: [],
      vocabularies: [],
    })
  })

  it('reads nothing before it is asked', async () => {
    const inner = repository()
    inner.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    const [found] = await resolveDeals(['HEAD:deals/'], surroundings(inner.root))
    rmSync(join(inner.root, '.git'), { recursive: true })
    expect(found?.path).toBe('HEAD:deals/rice.yaml')
    expect(failure(() => found?.text()).code).toBe('git')
  })
})

describe('the deals that come with the program', () => {
  it('are named as the output prints them', async () => {
    const cwd = scratch()
    expect(paths(await resolveDeals(['shipped:london.yaml', 'shipped:geneva'], surroundings(cwd)))).toEqual([
      'shipped:london.yaml',
      'shipped:geneva.yaml',
    ])
    expect(await trouble(['shipped:lodnon.yaml'], { cwd })).toMatchObject({ code: 'no-file' })
    expect(await trouble(['shipped:lodnon'], { cwd })).toMatchObject({
      hint: 'Did you mean: dealdiff shipped:london',
    })
    expect(await trouble(['shipped:../package.yaml'], { cwd })).toMatchObject({ code: 'no-file' })
  })

  it('have at a revision the words of that revision, where they are edited', async () => {
    const repo = repository()
    const words = 'bases:\n  then: { says: as it was }\n'
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt'), 'deals/vocabulary.yaml': words })
    repo.write({ 'deals/vocabulary.yaml': words.replace('was', 'is') })
    const at = { ...surroundings(repo.root), shipped: join(repo.root, 'deals') }
    const [then] = await resolveDeals(['HEAD:rice'], at)
    expect(then?.vocabularies()).toEqual([{ path: 'HEAD:deals/vocabulary.yaml', text: words }])
    const [now] = await resolveDeals(['rice'], at)
    expect(now?.vocabularies()).toEqual([{ path: 'deals/vocabulary.yaml', text: words.replace('was', 'is') }])
  })

  it('are not those of a repository that has no folder of deals now, but had one', async () => {
    const repo = repository()
    repo.commit({ 'deals/rice.yaml': deal('rice', '8 Mt') })
    repo.commit({ deals: null })
    mkdirSync(join(repo.root, 'sub'))
    expect(await compared(['HEAD~1:rice'], join(repo.root, 'sub'))).toEqual([
      ['HEAD~1:deals/rice.yaml', 'agree'],
    ])
    expect((await trouble(['HEAD:rice'], { cwd: repo.root })).code).toBe('outside-repository')
  })
})

describe('a link of a folder of deals', () => {
  const start = (name: string, to: string) => {
    const repo = makeRepository(join(scratch(), 'repository'))
    repo.commit({ 'deals/london.yaml': london })
    symlinkSync(to, join(repo.root, 'deals', name))
    return repo
  }
  it.each([
    ['x.yaml', '/etc/passwd'],
    ['x.yaml', '../.git/config'],
    ['vocabulary.yaml', '../../outside.yaml'],
  ])('%s to %s is not followed by itself', async (name, to) => {
    const repo = start(name, to)
    writeFileSync(join(repo.root, '..', 'outside.yaml'), 'a secret: 1\n')
    for (const argv of [['check'], ['check', 'deals'], ['list'], ['changes']]) {
      const { code, stdout, stderr } = await dealdiff(argv, { cwd: repo.root, env: gitEnv })
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('leads out of its repository')
      expect(stderr).not.toMatch(/root:|repositoryformat|a secret/)
    }
  })

  it('within the repository is followed', async () => {
    const repo = start('more.yaml', '../kept/more.yaml')
    repo.write({ 'kept/more.yaml': london.replace('deal: london', 'deal: more') })
    const { code } = await dealdiff(['check', 'deals'], { cwd: repo.root, env: gitEnv })
    expect(code).toBe(0)
  })
})
