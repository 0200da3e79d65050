import { compareTerms, type Pair } from '../compare/compare.ts'
import { type Deal, nameIn } from '../deal.ts'
import { capital } from '../names.ts'
import type { Gap, GapPair, Way, WayChange } from '../report/settle-report.ts'
import { type Verdict, verdicts } from '../verdict.ts'
import { afterwards, leftOf, noteOf, sentenceOf, told, underivable, wordsOf } from './gap-words.ts'
import { type Case, type Closing, closing } from './ways.ts'
import { block } from './yaml.ts'

/** The verdicts that leave something to be settled, where nothing else is asked for. */
export const unsettled: readonly Verdict[] = ['contradiction', 'at-odds', 'missing']

/** The gaps of a deal as it stood, worst first, and what would close each; `file` is the deal as it is. */
export function gapsOf(
  deal: Deal,
  file: Deal,
  of: readonly Verdict[],
  keeps: (term: string) => boolean,
): Gap[] {
  const taken = new Set(file.sources.keys())
  return compareTerms(deal, null)
    .filter((c) => of.includes(c.verdict) && !c.aside && keeps(c.term.id))
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
    .map((compared): Gap => {
      const { term, verdict } = compared
      const tried: Case = { deal, taken, term, compared }
      return {
        term: term.id,
        title: term.title,
        topic: term.topic,
        obligor: term.obligor,
        verdict,
        pairs: compared.pairs.filter((p) => p.verdict === verdict).map((p) => pairOf(tried, p)),
        place: term.place,
      }
    })
}

function pairOf(of: Case, pair: Pair): GapPair {
  const [a, b] = pair.parties
  const ways = [wayOf(of, pair, a, b), wayOf(of, pair, b, a)]
  return { parties: pair.parties, sentence: sentenceOf(ways), note: noteOf(of, pair, ways), ways }
}

function wayOf(of: Case, pair: Pair, party: string, other: string): Way {
  const name = nameIn(of.deal, party)
  const version = of.compared.versions.find((s) => s.party === other)?.version ?? null
  const nothing = { party, with: other, changes: [], closes: false, yaml: null, dated: null } as const
  if (version === null)
    return {
      ...nothing,
      kind: 'withdraw',
      sentence: `${capital(name)} would have to withdraw it.`,
      option: `${name} withdraws it`,
      left: afterwards(of, party, other),
    }
  const kind = pair.missing.includes(party) ? 'announce' : 'say'
  const found = pair.verdict === 'unclear' ? null : closing(of, party, version)
  if (found === null) {
    const left = underivable(of, pair, party, other)
    const sentence = `No statement of ${name} can be derived: ${left}.`
    const option =
      kind === 'say' ? null : `${name} announces it too, in words that cannot be derived (${left})`
    return { ...nothing, kind, sentence, option, left }
  }
  const closes = found.outcome.verdict === 'agree'
  const isAddition = closes && found.plan.dropped.length === 0
  return {
    party,
    with: other,
    kind,
    ...told(name, kind, wordsOf(of, found)),
    changes: changesOf(found),
    closes,
    left: leftOf(of, found, party),
    yaml: isAddition ? yamlOf(of, party, found) : null,
    dated: isAddition ? found.statement.source.day : null,
  }
}

function changesOf({ plan, moves, parts, nature }: Closing): WayChange[] {
  return [
    ...moves.flatMap(({ at, take, from }): WayChange[] => {
      const stated = (take ?? from)?.stated
      if (!stated) return []
      const { facet, axis, text } = stated
      return [{ part: parts[at]?.name ?? null, facet, axis, change: take ? 'say' : 'withdraw', text }]
    }),
    ...(nature === null
      ? []
      : [{ part: null, facet: 'nature', axis: null, change: 'say' as const, text: nature }]),
    ...plan.dropped.map((part): WayChange => ({
      part,
      facet: null,
      axis: null,
      change: 'withdraw',
      text: part ?? 'the part without a name',
    })),
  ]
}

/** The source and the claims as they would stand in the file. */
function yamlOf({ term }: Case, party: string, { statement }: Closing): string {
  const { source, claims } = statement
  const lines = [
    'sources:',
    `  ${source.id}:`,
    `    ${block({ party, by: source.by, kind: 'text', date: source.date }, 4)}`,
    'announced:',
    `  ${party}:`,
    `    ${term.id}:`,
    ...claims.map((c) => {
      const keys: Parameters<typeof block>[0] = {
        ...(c.part === null ? {} : { part: c.part }),
        ...(c.nature === term.nature ? {} : { nature: c.nature }),
        says: c.says,
        ...c.keys,
        ...(c.supersedes ? { supersedes: true as const } : {}),
        source: source.id,
      }
      return `      - ${block(keys, 8)}`
    }),
  ]
  return `${lines.join('\n')}\n`
}
