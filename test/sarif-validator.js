// Microsoft's own validator, with GitHub's rules, over the SARIF of real runs of the built program: of `check` with
// findings of every level, `changes`, `compare`, `press`, `due`, and of a run that failed. It is fetched (95 MB) for
// this alone, and its exit code says nothing, so that what it wrote is read.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VALIDATOR = '@microsoft/sarif-multitool@5.7.0'
const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'dealdiff-sarif-'))
const at = { cwd: scratch, encoding: 'utf8' }

/** Runs the program, and gives the file it wrote with how many results that has. */
function run(name, code, ...argv) {
  const file = join(scratch, `${name}.sarif`)
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/dealdiff.js'), ...argv, '-f', `sarif:${file}`],
    { ...at, env: { PATH: process.env.PATH } },
  )
  assert.equal(status, code, `${name}: ${stderr}`)
  const [first] = JSON.parse(readFileSync(file, 'utf8')).runs
  return { file, results: first.results.length }
}

/** The one warning that stands: the tool has no home on the web that it could name, and names none that is not there. */
const standing = /^warning SARIF2005: .*'informationUri'/

/** What the validator has to say of a file that is an error or a warning. */
function complaints(file, kind) {
  const out = `${file}.${kind}.json`
  rmSync(out, { force: true })
  const said = spawnSync(
    'npx',
    ['--yes', VALIDATOR, 'validate', file, '--rule-kind', kind, '-o', out, '--log', 'ForceOverwrite'],
    // Away from the project: its own lock file knows nothing of this package.
    { ...at, shell: process.platform === 'win32' },
  )
  const { runs } = JSON.parse(tryRead(out) ?? assert.fail(`the validator wrote nothing: ${said.stderr}`))
  return runs.flatMap(({ results = [], tool }) =>
    results
      .filter(({ level = 'warning' }) => level !== 'note')
      .map(({ level = 'warning', ruleId, ruleIndex, message }) => {
        const text = message.text ?? tool.driver.rules[ruleIndex].messageStrings[message.id].text
        return `${level} ${ruleId}: ${text.replace(/\{(\d+)\}/g, (_, i) => message.arguments?.[i])}`
      })
      .filter((complaint) => !standing.test(complaint)),
  )
}

function tryRead(file) {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  } catch {
    return null
  }
}

const git = (...argv) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], at)
const london = join(scratch, 'deals/london.yaml')
const edit = (from, to) => {
  const text = readFileSync(london, 'utf8')
  assert.ok(text.includes(from), `${from} stands in the deal`)
  writeFileSync(london, text.replaceAll(from, to))
}

try {
  cpSync(join(root, 'deals'), join(scratch, 'deals'), { recursive: true })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'as shipped')

  const compared = run('compare', 1, 'compare', 'deals/london.yaml', '--fail-on', 'at-odds')
  const pressed = run('press', 1, 'press', 'deals/london.yaml', '--fail-on', 'announced-by-neither')
  const due = run('due', 1, 'due', 'deals/truce.yaml', '--as-of', '2025-11-20', '--fail-on', 'ahead')
  edit('status: in principle', 'status: not concluded')
  const changed = run('changes', 0, 'changes', '--base', 'HEAD')
  edit('status: not concluded', 'status: not concludd')
  const checked = run('check', 1, 'check', 'deals')
  const since = run('since', 1, 'check', 'deals', '--since', 'HEAD')
  const failed = run('failed', 2, 'compare', 'deals/london.yaml')
  const all = [compared, pressed, due, changed, checked, since, failed]
  for (const { file, results } of all) assert.ok(results > 0, `${file} has results`)

  // A validator that finds nothing in this has looked at nothing.
  const broken = join(scratch, 'broken.sarif')
  const log = JSON.parse(readFileSync(checked.file, 'utf8'))
  for (const result of log.runs[0].results) delete result.locations
  writeFileSync(broken, JSON.stringify(log))
  assert.notDeepEqual(complaints(broken, 'Ghas'), [])

  for (const { file } of all)
    for (const kind of ['Sarif', 'Ghas']) assert.deepEqual(complaints(file, kind), [], `${file}, ${kind}`)
  console.error('sarif-validator: no error and no warning')
} finally {
  rmSync(scratch, { recursive: true })
}
