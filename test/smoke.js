// The built program as a user starts it, on whatever Node runs this file: exit codes, one document on stdout, no trace.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = `${root}bin/dealdiff.js`
const dealdiff = (...argv) =>
  spawnSync(process.execPath, [bin, ...argv], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })

const screen = dealdiff('london')
assert.equal(screen.status, 0, screen.stderr)
assert.match(screen.stdout, /London/)
assert.equal(screen.stderr, '')

for (const deal of ['geneva', 'june-call', 'madrid', 'truce', 'one-year-truce', 'beijing-2026']) {
  const { status, stdout } = dealdiff(deal, '--json')
  assert.equal(status, 0)
  const report = JSON.parse(stdout)
  assert.ok(report.deals[0].terms.every((t) => typeof t.verdict === 'string'))
}

const wrong = dealdiff('londno', '--json')
assert.equal(wrong.status, 2)
assert.equal(JSON.parse(wrong.stdout).trouble[0].code, 'unknown-deal')
assert.ok(!/\n\s+at /.test(wrong.stderr), 'no stack trace')

assert.equal(dealdiff('check').status, 0)
assert.equal(dealdiff('rules').status, 0)
assert.equal(dealdiff('changes', 'deals/london.yaml', 'deals/truce.yaml').status, 0)
assert.equal(dealdiff('explain', 'at-odds').status, 0)
assert.equal(dealdiff('schema', 'report').status, 0)
// The same bytes on every Node: whoever runs this on several compares the sums.
const bytes = ['geneva', 'london', 'truce'].map(
  (deal) => dealdiff(deal, '--json').stdout + dealdiff(deal, '--verbose').stdout,
)
for (const line of ['list', 'trace tariffs', 'due', 'press london', 'settle truce', 'london --timeline'])
  for (const format of ['text', 'json', 'markdown']) {
    const { status, stdout, stderr } = dealdiff(...line.split(' '), '-f', format)
    assert.deepEqual([status, stderr], [0, ''], line)
    bytes.push(stdout)
  }
for (const format of ['text', 'json', 'csv', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'line'])
  bytes.push(
    dealdiff('check', 'deals', '-f', format).stdout,
    dealdiff('changes', 'deals/london.yaml', 'deals/truce.yaml', '-f', format).stdout,
  )
const sum = createHash('sha256').update(bytes.join('')).digest('hex')
console.error(`smoke: node ${process.version} passes`)
console.log(sum)
