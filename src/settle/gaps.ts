import { compareTerms, type Pair } from '../compare/compare.ts'
import { type Deal, nameIn } from '../deal.ts'
import { andList, capital } from '../names.ts'
import type { Gap, GapPair, Way, WayChange } from '../report/settle-report.ts'
import { sentenceOfTerm } from '../report/sentences.ts'
import { type Verdict, verdicts } from '../verdict.ts'
import { asItStood } from './hypothesis.ts'
import { phraseOf, phrasesOf, stanceOf } from './phrases.ts'
import { type Case, type Closing, closing } from './ways.ts'
import { block } from './yaml.ts'

/** The verdicts that leave something to be settled, where nothing else is asked for. */
export const unsettled: readonly Verdict[] = ['contradiction', 'at-odds', 'missing']

/** The gaps of a deal as of a day, worst first, and what would close each. */
export function gapsOf(
  deal: Deal,
  asOf: string | null,
  of: readonly Verdict[],
  keeps: (term: string) => boolean,
): Gap[] {
  const then = asItStood(deal, asOf)
  return compareTerms(then, asOf)
    .filter((c) => of.includes(c.verdict) && !c.aside && keeps(c.term.id))
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
    .map((compared): Gap => {
      const { term, verdict } = compared
      const tried: Case = { deal: then, file: deal, term, compared }
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
  return { parties: pair.parties, sentence: sentenceOf(ways), note: noteOf(of.deal, ways), ways }
}

function wayOf(of: Case, pair: Pair, party: string, other: string): Way {
  const name = nameIn(of.deal, party)
  const version = of.compared.versions.find((s) => s.party === other)?.version ?? null
  const nothing = { party, with: other, changes: [], closes: false, yaml: null } as const
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
  return {
    party,
    with: other,
    kind,
    ...told(name, kind, wordsOf(of, found)),
    changes: changesOf(found),
    closes,
    left: leftOf(of, found, party),
    yaml: closes && found.plan.dropped.length === 0 ? yamlOf(of, party, found) : null,
  }
}

/** The words of what would be said, as a sentence and as one of two options. */
function told(name: string, kind: 'say' | 'announce', words: string): Pick<Way, 'sentence' | 'option'> {
  if (words.startsWith(UNSAY)) {
    const before = words.slice(UNSAY.length)
    return {
      sentence: `${capital(name)} would have to say no longer: ${before}.`,
      option: `${name} no longer says: ${before}`,
    }
  }
  if (words === '')
    return { sentence: `${capital(name)} would have to announce it too.`, option: `${name} announces it too` }
  return {
    sentence: `${capital(name)} would have to ${kind === 'say' ? 'say' : 'announce it too'}: ${words}.`,
    option: `${name} ${kind === 'say' ? 'says' : 'announces it too'}: ${words}`,
  }
}

/** What comes of it where the one side takes its word back: nobody is left to answer, or others are. */
function afterwards(of: Case, party: string, silent: string): string | null {
  const others = of.compared.versions.filter((s) => s.version !== null && s.party !== party)
  if (others.length === 0) return null
  const names = andList(others.map((s) => nameIn(of.deal, s.party)))
  return `${names} would still announce it, and ${nameIn(of.deal, silent)} not`
}

/** Why nothing can be derived. */
function underivable(of: Case, pair: Pair, party: string, other: string): string {
  const { deal, compared } = of
  if (pair.verdict === 'unclear')
    return `what is recorded does not decide how the two stand: ${sentenceOfTerm(deal, compared).replace(/\.$/, '')}`
  const uncoded = (of: string): boolean =>
    compared.versions.some((s) => s.party === of && s.version?.parts.some((p) => p.slots.size === 0) === true)
  if (uncoded(other)) return `what ${nameIn(deal, other)} said is recorded in words only`
  const answer = `what ${nameIn(deal, other)} says`
  return uncoded(party)
    ? `what ${nameIn(deal, party)} said is recorded in words only, and no claim that puts it as ${nameIn(deal, other)} does agrees with all of it`
    : `no one statement on the day after the record agrees with ${answer}`
}

/** What stands in the way although the two would agree. */
function leftOf({ deal }: Case, { outcome, plan }: Closing, party: string): string | null {
  const out: string[] = []
  const apart = outcome.pairs.filter((p) => p.verdict !== 'agree')
  if (outcome.verdict !== 'agree') {
    const pairs = apart.map((p) => andList(p.parties.map((x) => nameIn(deal, x))))
    out.push(
      pairs.length === 0
        ? 'the term would still not be agreed'
        : `the term would then still be open between ${[...new Set(pairs)].join(', and between ')}`,
    )
  }
  const gone = plan.dropped.map((name) => name ?? 'what it says without naming a part')
  if (gone.length > 0)
    out.push(
      `no claim in a file takes a part back: what ${nameIn(deal, party)} says on ${andList(gone)} would have to be deleted`,
    )
  return out.length === 0 ? null : out.join('; ')
}

/** What would be said, part by part, and what no longer. */
function wordsOf({ deal }: Case, { plan, moves, parts, nature }: Closing): string {
  const { vocabulary } = deal
  const said = parts.flatMap((part, at) => {
    const here = moves.filter((m) => m.at === at)
    if (here.length === 0) return []
    const acts = here.some((m) => m.key === 'act' && m.take)
    const now = part.own
      ? here.flatMap(({ key, take }) =>
          take && !(key === 'stance' && acts)
            ? [phraseOf(take.stated, vocabulary, stanceOf(part.slots))]
            : [],
        )
      : phrasesOf(part.slots, vocabulary)
    const before = here.flatMap(({ take, from }) =>
      take === null && from ? [phraseOf(from.stated, vocabulary)] : [],
    )
    const words = [
      ...withoutYes(now),
      ...(before.length > 0 ? [`${now.length > 0 ? 'and ' : ''}${UNSAY}${before.join(', ')}`] : []),
    ].join(', ')
    // That it is so is what announcing it says already.
    if (!part.own && words === YES && part.name === null) return []
    return [part.name === null ? words : `on ${part.name}, ${words}`]
  })
  const gone = plan.dropped.map((name) => (name === null ? 'nothing without a part' : `nothing on ${name}`))
  const words = [...said, ...gone].join('; ')
  if (nature === null) return words
  const as = `as ${/^[aeiou]/.test(nature) ? 'an' : 'a'} ${nature}`
  return words === '' ? `the same ${as}` : `${as}: ${words}`
}

const YES = 'that it is so'
/** How words begin that only take something back. */
const UNSAY = 'no longer: '
/** That it is so goes without saying where something is said of it. */
const withoutYes = (phrases: readonly string[]): readonly string[] => {
  const all = [...new Set(phrases)]
  return all.length > 1 ? all.filter((p) => p !== YES) : all
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

/** Both options side by side; neither is the one at fault. */
function sentenceOf(ways: readonly Way[]): string {
  const options = ways.flatMap((w) => w.option ?? [])
  if (options.length > 1) return `Either ${options.join('; or ')}.`
  const open = ways.filter((w) => w.option === null)
  if (options.length === 1)
    return `It would close if ${options.join('')}. ${open.map((w) => w.sentence).join(' ')}`
  const whys = [...new Set(open.map((w) => w.left ?? ''))]
  return `No statement of either side can be derived: ${whys.join('; ')}.`
}

/** What stands in the way of what is offered. */
function noteOf(deal: Deal, ways: readonly Way[]): string | null {
  const notes = ways.flatMap(({ party, kind, option, changes, left }) =>
    left === null || option === null || (kind === 'announce' && changes.length === 0)
      ? []
      : [`Where ${nameIn(deal, party)} does so, ${left}.`],
  )
  return notes.length === 0 ? null : notes.join(' ')
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
