import type { Compared, Side } from '../compare/compare.ts'
import { type Deal, nameIn, type Source, type Term } from '../deal.ts'
import { andList, capital } from '../names.ts'
import { compareText } from '../place.ts'
import type { StepChange } from './report.ts'
import { inside, silenceInWords } from './sentences.ts'
import { changedWords, firstWords } from './step-words.ts'

/** What was another on one day than before it, side by side; nothing where all stayed as it was. */
export function changesOf(
  deal: Deal,
  before: Compared | null,
  after: Compared,
  day: string,
): readonly StepChange[] {
  // As long as no side spoke, nobody was silent on anything.
  const spoken = (c: Compared | null): readonly Side[] =>
    c?.versions.some((side) => side.version !== null) ? c.versions : []
  const was = new Map(spoken(before).map((side) => [side.party, side]))
  const changes = sharedBy(
    spoken(after).map((side) => ({
      side,
      change: sideChange(after.term, was.get(side.party), side, day),
    })),
  ).map(({ parties, change }) => told(deal, parties, change))
  if (changes.length > 0) return changes
  if (before !== null) return sameOutcome(before, after) ? [] : [unseenChange(deal, after, day)]
  const reported = after.reported.map((r) => r.claim).filter((r) => r.source.day === day)
  const ids = idsOf(
    deal,
    reported.map((r) => r.source),
  )
  const [first] = reported
    .filter((r) => r.source.id === ids[0])
    .map((r) => r.says ?? r.quote ?? r.stated.map((s) => s.text).join('; '))
    .sort(compareText)
  return [
    {
      parties: [],
      kind: 'reported',
      sentence: `It was reported: ${first ?? ''}.`,
      sources: ids,
    },
  ]
}

/** What moved a verdict though each side says what it said: another way of counting, or another kind of claim. */
function unseenChange(deal: Deal, after: Compared, day: string): StepChange {
  const claims = after.versions
    .flatMap((side) => side.version?.claims ?? [])
    .filter((c) => c.source.day === day)
  const conversions = deal.conversions.flatMap((c) => deal.sources.get(c.source) ?? [])
  const parties = [...new Set(claims.map((c) => c.party))]
  return claims.length > 0
    ? {
        parties,
        kind: 'changed',
        sentence: `${capital(andList(parties.map((p) => nameIn(deal, p))))} spoke of it again.`,
        sources: idsOf(
          deal,
          claims.map((c) => c.source),
        ),
      }
    : {
        parties: [],
        kind: 'conversion',
        sentence: 'It was said how one way of counting becomes another.',
        sources: idsOf(
          deal,
          conversions.filter((s) => s.day === day),
        ),
      }
}

/** All that changed, in one sentence. */
export const because = (changes: readonly StepChange[]): string =>
  changes
    .map(({ sentence }, i) => (i === 0 ? sentence : inside(sentence)).replace(/\.$/, ''))
    .join('; ')
    .concat('.')

interface Change {
  readonly kind: StepChange['kind']
  /** What the side now says or does, after its name. */
  readonly words: string
  readonly sources: readonly Source[]
}

const told = (deal: Deal, parties: readonly string[], change: Change): StepChange => ({
  parties,
  kind: change.kind,
  sentence: `${capital(andList(parties.map((p) => nameIn(deal, p))))} ${change.words}.`,
  sources: idsOf(deal, change.sources),
})

/** Statements by name, in the order of the file's sources: the order of its claims changes nothing. */
const idsOf = (deal: Deal, sources: readonly Source[]): readonly string[] => {
  const ids = new Set(sources.map((s) => s.id))
  return [...deal.sources.keys()].filter((id) => ids.has(id))
}

/** What several sides said alike that day, in a joint text or each for itself, is told once. */
function sharedBy(
  all: readonly { readonly side: Side; readonly change: Change | null }[],
): { readonly parties: readonly string[]; readonly change: Change }[] {
  const out = new Map<string, { readonly parties: readonly string[]; readonly change: Change }>()
  for (const { side, change } of all) {
    if (!change) continue
    const key = change.kind === 'silent' ? `of ${side.party}` : `${change.kind} ${change.words}`
    const { parties = [], change: first } = out.get(key) ?? {}
    const sources = [...(first?.sources ?? []), ...change.sources]
    out.set(key, { parties: [...parties, side.party], change: { ...change, sources } })
  }
  return [...out.values()]
}

function sideChange(term: Term, was: Side | undefined, side: Side, day: string): Change | null {
  const [old, now] = [was?.version ?? null, side.version]
  if (now === null) return silenceChange(was, side, day)
  const sources = now.claims.filter((c) => c.source.day === day).map((c) => c.source)
  if (old === null) return { kind: 'announced', words: firstWords(now, term), sources }
  const words = changedWords(old, now, term)
  return words === null ? null : { kind: 'changed', words, sources }
}

/** What of a silence makes another: words that only name the topic do, whether it was searched whole does not. */
function silenceChange(was: Side | undefined, { silence }: Side, day: string): Change | null {
  if (!silence) return null
  const [old, now] = [kindOf(was?.silence ?? null), kindOf(silence)]
  if (JSON.stringify(old) === JSON.stringify(now) || now.kind === 'none') return null
  // That nothing was found on the day of the announcement itself goes without saying.
  if (was === undefined && now.kind === 'searched' && now.quote === null) return null
  return {
    kind: 'silent',
    words: silenceInWords(silence),
    sources: silence.sources.filter((s) => s.day === day),
  }
}

const kindOf = (silence: Side['silence']): { readonly kind: string; readonly quote: string | null } => {
  const { state = 'unrecorded', quote = null } = silence ?? {}
  const kinds: Readonly<Record<string, string>> = {
    verified: 'searched',
    partial: 'searched',
    unrecorded: 'none',
    'not-applicable': 'none',
  }
  const kind = kinds[state] ?? state
  return { kind, quote: kind === 'none' ? null : quote }
}

const sameOutcome = (a: Compared, b: Compared): boolean =>
  a.verdict === b.verdict && a.aside === b.aside && a.couldBe.join() === b.couldBe.join()
