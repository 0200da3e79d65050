import { type Compared, compareTerms } from '../src/compare/compare.ts'
import type { Deal } from '../src/deal.ts'
import { type Parsed, parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { codeOf } from '../src/report/reasons.ts'
import type { ReasonCode, Verdict } from '../src/verdict.ts'

/** A deal on one term between two sides or more, in the words of a deal file. */
export interface SmallDeal {
  /** Each party's claims or silences: the inside of a flow map, its source left out where it is the ordinary one. */
  readonly us?: string | readonly string[]
  readonly china?: string | readonly string[]
  readonly japan?: string | readonly string[]
  readonly eu?: string | readonly string[]
  readonly jointly?: string | readonly string[]
  /** Keys of the term besides its title. */
  readonly term?: string
  /** Vocabulary besides `ordinaryWords`, in block style: `bases: { … }`. */
  readonly words?: string
  readonly sources?: readonly string[]
  readonly conversions?: string
  readonly reported?: readonly string[]
  readonly dollar?: string
}

/** The vocabulary of every test: of its own, so that no test hangs on the words that are shipped. */
export const ordinaryWords = `
axes:
  goods:
    critical minerals:
      rare earths: [yttrium, scandium]
      gallium:
      germanium:
    magnets:
    farm goods: [soybeans, sorghum]
  users:
    us end users: [us civilian users, us military users]
    civilian users: [us civilian users]
    military users: [us military users]
vague: [controlled items]
ladders:
  act:
    - { steps: [ease, suspend, remove], floor: keep }
    - { steps: [review applications, approve applications, supply] }
    - { steps: [monitor exports, license exports, ban exports] }
    - { steps: [talk, meet] }
opposites: [[buy, sell]]
bases:
  total: { says: all duties on one good added up }
  added: { says: what this deal adds }
  change: { says: how far it comes down }
  level: { says: what is left }
  sums: { says: sums that add up, adds-up: true }
conditions:
  leaders approval: the two presidents approve
  rules met: the application meets the rules
  third thing: something else
compatible: [[leaders approval, rules met]]
events:
  china delivers: the first licences are issued
  us acts: the order is signed
  scheme ends: 2028-12-31
units: { aircraft: count }
about: 10%
`

const ordinary = parseVocabularies([{ path: 'vocabulary.yaml', text: ordinaryWords }])

const parties = { us: 'United States', china: 'China', japan: 'Japan', eu: 'European Union' } as const
type PartyId = keyof typeof parties

const listed = (x: string | readonly string[] | undefined): readonly string[] =>
  x === undefined ? [] : typeof x === 'string' ? [x] : x
const isSilence = (text: string): boolean => /^(silent|declined|noted-by|general|not-applicable):/.test(text)
const entry = (text: string, source: string): string =>
  isSilence(text) || /\bsource:/.test(text) ? `{ ${text} }` : `{ source: ${source}, ${text} }`

/** The ordinary sources: of the same rank and day, so that only the claims make a difference. */
const ordinarySources = (ids: readonly PartyId[]): string[] =>
  ids.map((id) => `${id}-1: { party: ${id}, by: ${id}, kind: document, date: 2025-06-11, read: whole }`)

/** The whole text of a small deal. */
export function smallText(small: SmallDeal): string {
  const ids = (Object.keys(parties) as PartyId[]).filter((id) => id === 'us' || id === 'china' || small[id])
  const lines: string[] = ['deal: small']
  if (small.dollar) lines.push(`dollar: ${small.dollar}`)
  lines.push('parties:', ...ids.map((id) => `  ${id}: ${parties[id]}`))
  if (small.words)
    lines.push(
      'words:',
      ...small.words
        .trim()
        .split('\n')
        .map((l) => `  ${l}`),
    )
  const joint = `both: { party: [${ids.join(', ')}], by: all, kind: text, date: 2025-06-11 }`
  lines.push('sources:', ...[...ordinarySources(ids), joint, ...(small.sources ?? [])].map((s) => `  ${s}`))
  if (small.conversions)
    lines.push('conversions:', ...small.conversions.split('\n').map((l) => `  - { ${l}, source: both }`))
  lines.push('terms:', `  the-term: { title: Something is done${small.term ? `, ${small.term}` : ''} }`)
  if (small.jointly)
    lines.push('jointly:', '  the-term:', ...listed(small.jointly).map((c) => `    - ${entry(c, 'both')}`))
  lines.push('announced:')
  for (const id of ids)
    if (listed(small[id]).length > 0)
      lines.push(
        `  ${id}:`,
        '    the-term:',
        ...listed(small[id]).map((c) => `      - ${entry(c, `${id}-1`)}`),
      )
  if (lines.at(-1) === 'announced:') lines.pop()
  if (small.reported) lines.push('reported:', ...small.reported.map((r) => `  - { term: the-term, ${r} }`))
  return `${lines.join('\n')}\n`
}

export const parseSmall = (small: SmallDeal): Parsed =>
  parseDeal({ path: 'small.yaml', text: smallText(small) }, ordinary)

/** The deal; a mistake in the test's own text is one sentence. */
export function smallDeal(small: SmallDeal): Deal {
  const { deal, diagnostics } = parseSmall(small)
  if (!deal)
    throw new Error(`${diagnostics.map((d) => `${d.rule}: ${d.message}`).join('\n')}\n${smallText(small)}`)
  return deal
}

/** The one term, compared; null where it has no row. */
export const compareSmall = (small: SmallDeal, asOf: string | null = null): Compared | null =>
  compareTerms(smallDeal(small), asOf)[0] ?? null

export function compared(small: SmallDeal, asOf: string | null = null): Compared {
  const found = compareSmall(small, asOf)
  if (!found) throw new Error(`the term has no row:\n${smallText(small)}`)
  return found
}

/** The rules of the mistakes that a small deal holds. */
export const mistakesOf = (small: SmallDeal): string[] =>
  parseSmall(small)
    .diagnostics.filter((d) => d.severity === 'error')
    .map((d) => d.rule)

/** The reasons of a term: `facet code`, each once, in the order of the rows. */
export function reasonsOf(c: Compared): string[] {
  const out = c.pairs.flatMap((p) =>
    p.rows
      .map((row): [string, ReasonCode | null] => [row.facet, codeOf(row)])
      .filter(([, code]) => code !== null),
  )
  return [...new Set(out.map(([facet, code]) => `${facet} ${code}`))]
}

/** One line of a table of small deals. */
export interface Case extends SmallDeal {
  readonly name: string
  readonly verdict: Verdict
  /** `facet code`, the whole list. */
  readonly reasons?: readonly string[]
  /** What an unclear verdict could be. */
  readonly couldBe?: readonly Verdict[]
}

/** What a case comes to, in the form in which it is written down. */
export function outcome(c: Case): Pick<Case, 'verdict' | 'reasons' | 'couldBe'> {
  const found = compared(c)
  return {
    verdict: found.verdict,
    ...(c.reasons ? { reasons: reasonsOf(found) } : {}),
    ...(c.couldBe ? { couldBe: found.couldBe } : {}),
  }
}
export const expected = ({
  verdict,
  reasons,
  couldBe,
}: Case): Pick<Case, 'verdict' | 'reasons' | 'couldBe'> => ({
  verdict,
  ...(reasons ? { reasons } : {}),
  ...(couldBe ? { couldBe } : {}),
})
