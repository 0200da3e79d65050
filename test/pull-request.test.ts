import { afterAll, describe, expect, it } from 'vitest'
import { formats } from '../src/formats/index.ts'
import type { Report } from '../src/report/report.ts'
import { confirmed, edited, geneva, london, splitLadder, vocabulary } from './edited-london.ts'
import { gitEnv, makeRepository, type TestRepository } from './repository.ts'
import { dealdiff, type Ran } from './terminal.ts'

/**
 * Pull requests on deal files, in a real repository: one that edits the London deal by hand and slips, one that only
 * touches the vocabulary. Every format shows exactly what happened, where it stands.
 */

const repositories: TestRepository[] = []
afterAll(() => {
  for (const repository of repositories) repository.remove()
})

type Files = Readonly<Record<string, string>>
const before: Files = { 'deals/london.yaml': london, 'deals/vocabulary.yaml': vocabulary }

/** A repository with `main`, and a branch that edits it; `run` runs a command on the branch. */
function branch(
  edit: Files,
): (argv: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ran> {
  const repository = makeRepository()
  repositories.push(repository)
  repository.commit(before)
  repository.git('checkout', '--quiet', '-b', 'edit')
  repository.commit(edit)
  return (argv, env = {}) =>
    dealdiff(argv, {
      cwd: repository.root,
      // As in this repository: the words that are edited are the ones that come with the program.
      shipped: `${repository.root}/deals`,
      env: { ...gitEnv, ...env },
    })
}
const lineOf = (text: string, of: string): number => {
  const at = text.indexOf(of)
  if (at === -1) throw new Error(`there is no ${of}`)
  return text.slice(0, at).split('\n').length
}

/** What each format says of a term whose verdict changed: its id, what it was and is. */
const names = formats.map((f) => f.name)
/** Formats that have an alert a changed verdict, and how its words look in them. */
const alerting = ['line', 'sarif', 'junit', 'github', 'gitlab']

describe('a pull request that edits London: a claim, a date, a source', () => {
  // China confirms the figure. The day of a statement is mistyped, and still a day: the statement now comes after another
  // of its rank. A source goes, and what rested on it.
  const dateSlip = edited(confirmed, /(  mofcom-07-04:\n(?: {4}.*\n)*? {4}date: )2025-07-04/, '$12025-06-04')
  const withoutSource = edited(
    edited(dateSlip, /  lutnick-06-26:\n(?: {4}.*\n)+/, ''),
    /      - (?:(?!      - ).*\n){1,8}? {8}source: lutnick-06-26\n/g,
    '',
  )
  const run = branch({ 'deals/london.yaml': withoutSource })

  it('check finds nothing wrong in it', async () => {
    const { code, stdout } = await run(['check', 'deals', '--json'])
    const { diagnostics } = JSON.parse(stdout) as Report
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.message)).toEqual([])
    expect(code).toBe(0)
  })

  it('changes names the claim, the date and the source, and every verdict they moved', async () => {
    const { stdout, code } = await run(['changes', '--base', 'main', '--json'])
    expect(code).toBe(0)
    const { changes } = JSON.parse(stdout) as Report
    const [deal, ...others] = changes?.deals ?? []
    expect(others).toEqual([])
    expect(deal?.sources.map((s) => [s.id, s.state, s.fields.map((f) => f.field)]).sort()).toEqual([
      ['lutnick-06-26', 'removed', expect.any(Array)],
      ['mofcom-07-04', 'edited', ['date']],
    ])
    const confirmedTerm = deal?.terms.find((t) => t.id === 'us-tariff-55')
    expect(confirmedTerm).toMatchObject({ became: ['new-agreement', 'lost-missing'] })
    // Every claim that went rested on the source that went; every one that came is the one that was written.
    const entries = deal?.terms.flatMap((t) => t.entries.map((e) => ({ term: t.id, ...e }))) ?? []
    for (const e of entries.filter((x) => x.state === 'removed')) expect(e.source).toBe('lutnick-06-26')
    expect(entries.filter((e) => e.state === 'added').map((e) => [e.term, e.source])).toEqual([
      ['us-tariff-55', 'mofcom-06-27'],
    ])
  })

  it.each(names)('%s shows the verdicts that moved, and no others', async (format) => {
    const { changes } = JSON.parse((await run(['changes', '--base', 'main', '--json'])).stdout) as Report
    const moved = (changes?.deals ?? []).flatMap((d) => d.terms).filter((t) => t.became.length > 0)
    expect(moved.length).toBeGreaterThan(0)
    const { stdout, stderr, code } = await run(['changes', '--base', 'main', '-f', format])
    expect([code, stderr]).toEqual([0, ''])
    for (const term of moved) {
      const name = alerting.includes(format) ? term.title : term.id
      expect(stdout).toContain(format === 'github' ? name.replaceAll('%', '%25') : name)
    }
    const still = ['rare-earth-supply', 'licence-six-months', 'students'].filter(
      (id) => !moved.some((t) => t.id === id),
    )
    if (!alerting.includes(format)) return
    for (const id of still) expect(stdout).not.toContain(id)
  })
})

describe('a pull request with slips that make the file no deal', () => {
  const text = edited(
    edited(confirmed, /( {2}mofcom-07-04:\n(?: {4}.*\n)*? {4}date: )2025-07-04/, '$12025-07-40'),
    /  wsj-06-11:\n(?: {4}.*\n)+/,
    '',
  )
  const run = branch({ 'deals/london.yaml': text })
  const dateLine = lineOf(text, '2025-07-40')
  const sourceLine = lineOf(text, 'source: wsj-06-11')

  it.each(names)('%s: check says where they are', async (format) => {
    const { code, stdout } = await run(['check', 'deals', '-f', format])
    expect(code).toBe(1)
    expect(stdout).toContain('bad-date')
    expect(stdout).toContain('unknown-source')
    for (const line of [dateLine, sourceLine]) expect(stdout).toMatch(new RegExp(`\\b${line}\\b`))
  })

  it('check: the exact ranges', async () => {
    const { diagnostics } = JSON.parse((await run(['check', 'deals', '--json'])).stdout) as Report
    const errors = diagnostics.filter((d) => d.severity === 'error')
    expect(errors.map((d) => [d.rule, d.place.line, d.place.endColumn - d.place.column])).toEqual(
      [
        ['bad-date', dateLine, '2025-07-40'.length],
        ...[...text.matchAll(/(?:source|noted-by): wsj-06-11$/gm)].map((m) => [
          'unknown-source',
          text.slice(0, m.index).split('\n').length,
          'wsj-06-11'.length,
        ]),
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    )
  })

  it('only what it brought: both errors are new, and nothing else', async () => {
    const { diagnostics } = JSON.parse(
      (await run(['check', 'deals', '--since', 'main', '--json'])).stdout,
    ) as Report
    expect(new Set(diagnostics.map((d) => d.rule))).toEqual(new Set(['bad-date', 'unknown-source']))
  })

  it.each(names)('%s: changes compares nothing, and says why', async (format) => {
    const { code, stdout, stderr } = await run(['changes', '--base', 'main', '-f', format])
    expect(code).toBe(2)
    expect(stderr).toContain('deals/london.yaml is not compared')
    expect(stdout).not.toContain('us-tariff-55: ')
    if (format === 'json')
      expect(JSON.parse(stdout)).toMatchObject({ trouble: [{ code: 'file-has-errors' }] })
  })
})

describe('a pull request that edits only the vocabulary', () => {
  const run = branch({ 'deals/vocabulary.yaml': splitLadder })

  it('changes the verdict of a term in a file that nobody touched, and says for which word', async () => {
    const { changes } = JSON.parse((await run(['changes', '--base', 'main', '--json'])).stdout) as Report
    expect(changes?.deals.map((d) => [d.deal, d.sources, d.fields])).toEqual([['london', [], []]])
    const [term, ...others] = changes?.deals[0]?.terms ?? []
    expect(others).toEqual([])
    expect(term).toMatchObject({
      id: 'rare-earth-supply',
      state: 'same',
      entries: [],
      before: { verdict: 'at-odds' },
      after: { verdict: 'unclear' },
    })
    expect(term?.causes.map((c) => [c.kind, c.place.path, c.place.line])).toContainEqual([
      'word',
      'deals/vocabulary.yaml',
      lineOf(splitLadder, 'steps: [review applications'),
    ])
  })

  it.each(names)('%s shows it', async (format) => {
    const { code, stdout, stderr } = await run(['changes', '--base', 'main', '-f', format])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('China supplies the US with magnets and rare earths')
    expect(stdout).toContain('review applications')
    expect(stdout).not.toContain('us-tariff-55')
  })

  it('fails where it is told to, in every format', async () => {
    for (const format of names) {
      expect((await run(['changes', '--base', 'main', '-f', format, '--fail-on', 'new-unclear'])).code).toBe(
        1,
      )
      expect(
        (await run(['changes', '--base', 'main', '-f', format, '--fail-on', 'new-contradiction'])).code,
      ).toBe(0)
    }
  })

  it('says the same on a runner, as annotations', async () => {
    const { stdout } = await run(['changes', '--base', 'main'], { GITHUB_ACTIONS: 'true' })
    expect(stdout).toMatch(/^::notice file=deals\/(london|vocabulary)\.yaml,line=\d+/m)
  })
})

describe('two files, and no revision', () => {
  it('are compared whatever they are called, and neither was renamed', async () => {
    const repository = makeRepository()
    repositories.push(repository)
    repository.write({ 'old.yaml': london, 'new.yaml': confirmed, 'sub/old.yaml': confirmed })
    for (const now of ['new.yaml', 'sub/old.yaml']) {
      const { stdout, code } = await dealdiff(['changes', 'old.yaml', now, '--json'], {
        cwd: repository.root,
        env: gitEnv,
      })
      expect(code).toBe(0)
      const { changes } = JSON.parse(stdout) as Report
      expect(changes?.deals.map((d) => [d.deal, d.state, d.terms.map((t) => t.id)])).toEqual([
        ['london', 'edited', ['us-tariff-55']],
      ])
    }
  })

  it('a revision in place of a deal is told how to write it', async () => {
    const run = branch({ 'deals/london.yaml': confirmed })
    for (const [line, meant] of [
      [['main'], '--base main'],
      [['main..edit'], '--base main --head edit'],
      [['main', 'edit'], '--base main --head edit'],
    ] as const) {
      const { code, stderr } = await run(['changes', ...line])
      expect(code).toBe(2)
      expect(stderr).toContain(`dealdiff changes ${meant}`)
    }
  })
})

/** Deals come in the order in which they are named. */
const inOrder = ({ changes }: Pick<Report, 'changes'>) => ({
  ...changes,
  deals: [...(changes?.deals ?? [])].sort((x, y) => (x.deal < y.deal ? -1 : 1)),
})

describe('which deals are compared', () => {
  it('one named as a folder, a path, an alias and itself is one', async () => {
    const run = branch({ 'deals/london.yaml': confirmed, 'deals/geneva.yaml': geneva })
    const { changes } = JSON.parse((await run(['changes', '--base', 'main', '--json'])).stdout) as Report
    for (const operands of [
      ['deals', 'deals/london.yaml'],
      ['london', './deals/london.yaml', 'london-framework', 'geneva'],
    ])
      expect(
        inOrder(JSON.parse((await run(['changes', ...operands, '--base', 'main', '--json'])).stdout)),
      ).toEqual(inOrder({ changes }))
  })

  it('the last one of a repository can go', async () => {
    const repository = makeRepository()
    repositories.push(repository)
    repository.commit({ 'deals/london.yaml': london })
    repository.commit({ 'deals/london.yaml': null })
    for (const revisions of [
      ['--base', 'HEAD~1'],
      ['--base', 'HEAD~1', '--head', 'HEAD'],
    ]) {
      const { stdout, stderr, code } = await dealdiff(['changes', ...revisions, '--json'], {
        cwd: repository.root,
        env: gitEnv,
      })
      expect([code, stderr]).toEqual([0, ''])
      const { changes } = JSON.parse(stdout) as Report
      expect(changes?.deals.map((d) => [d.deal, d.state])).toEqual([['london', 'removed']])
    }
  })
})
