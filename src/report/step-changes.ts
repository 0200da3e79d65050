import type { Compared, Side } from '../compare/compare.ts'
import { type Deal, nameIn, type Source, type Term } from '../deal.ts'
import { andList, capital } from '../names.ts'
import { compareText } from '../place.ts'
import type { StepChange } from './report.ts'
import { inside, silenceInWords } from './sentences.ts'
import { changedWords, firstWords, type Piece } from './step-words.ts'

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
  return [whole('reported', [], `It was reported: ${first ?? ''}.`, ids)]
}

/** A change that is told in one piece. */
const whole = (
  kind: StepChange['kind'],
  parties: readonly string[],
  sentence: string,
  sources: readonly string[],
): StepChange => ({ parties, kind, sentence, sources, pieces: [{ text: sentence, sources }] })

/** What moved a verdict though each side says what it said: another way of counting, or another kind of claim. */
function unseenChange(deal: Deal, after: Compared, day: string): StepChange {
  const claims = after.versions
    .flatMap((side) => side.version?.claims ?? [])
    .filter((c) => c.source.day === day)
  const conversions = deal.conversions.flatMap((c) => deal.sources.get(c.source) ?? [])
  const parties = [...new Set(claims.map((c) => c.party))]
  return claims.length > 0
    ? whole(
        'changed',
        parties,
        `${capital(andList(parties.map((p) => nameIn(deal, p))))} spoke of it again.`,
        idsOf(
          deal,
          claims.map((c) => c.source),
        ),
      )
    : whole(
        'conversion',
        [],
        'It was said how one way of counting becomes another.',
        idsOf(
          deal,
          conversions.filter((s) => s.day === day),
        ),
      )
}

/** All that changed, in one sentence. */
export const because = (changes: readonly StepChange[]): string =>
  changes
    .map(({ sentence }, i) => (i === 0 ? sentence : inside(sentence)).replace(/\.$/, ''))
    .join('; ')
    .concat('.')

interface Change {
  readonly kind: StepChange['kind']
  /** What the side now says or does, after its name: pieces of one text, each with whose words it is. */
  readonly pieces: readonly { readonly text: string; readonly sources: readonly Source[] }[]
}

const textOf = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('')

function told(deal: Deal, parties: readonly string[], { kind, pieces }: Change): StepChange {
  const name = capital(andList(parties.map((p) => nameIn(deal, p))))
  const out: { text: string; sources: readonly string[] }[] = []
  for (const { text, sources: of } of pieces) {
    const [last, sources] = [out.at(-1), idsOf(deal, of)]
    if (last && last.sources.join() === sources.join()) last.text += text
    else out.push({ text: last ? text : `${name} ${text}`, sources })
  }
  const last = out.at(-1)
  if (last) last.text += '.'
  const sources = idsOf(
    deal,
    pieces.flatMap((p) => p.sources),
  )
  return { parties, kind, sentence: textOf(out), sources, pieces: out }
}

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
    const texts = JSON.stringify([change.kind, ...change.pieces.map((p) => p.text)])
    const key = change.kind === 'silent' ? `of ${side.party}` : texts
    const { parties = [], change: first } = out.get(key) ?? {}
    const pieces = change.pieces.map(({ text, sources }, i) => ({
      text,
      sources: [...(first?.pieces[i]?.sources ?? []), ...sources],
    }))
    out.set(key, { parties: [...parties, side.party], change: { ...change, pieces } })
  }
  return [...out.values()]
}

function sideChange(term: Term, was: Side | undefined, side: Side, day: string): Change | null {
  const [old, now] = [was?.version ?? null, side.version]
  if (now === null) return silenceChange(was, side, day)
  if (old === null) return { kind: 'announced', pieces: firstWords(now, term).map(sourced) }
  const words = changedWords(old, now, term, day)
  return words === null ? null : { kind: 'changed', pieces: words.map(sourced) }
}
const sourced = ({ text, claims }: Piece): Change['pieces'][number] => ({
  text,
  sources: claims.map((c) => c.source),
})

/** What of a silence makes another: words that only name the topic do, whether it was searched whole does not. */
function silenceChange(was: Side | undefined, { silence }: Side, day: string): Change | null {
  if (!silence) return null
  const [old, now] = [kindOf(was?.silence ?? null), kindOf(silence)]
  if (JSON.stringify(old) === JSON.stringify(now) || now.kind === 'none') return null
  // That nothing was found on the day of the announcement itself goes without saying.
  if (was === undefined && now.kind === 'searched' && now.quote === null) return null
  const sources = silence.sources.filter((s) => s.day === day)
  return { kind: 'silent', pieces: [{ text: silenceInWords(silence), sources }] }
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
