import { dealAsOf } from '../compare/as-of.ts'
import { type Compared, compareTerm, type Pair } from '../compare/compare.ts'
import { nameIn, type Claim, type Deal, type Entry, type Silence, type Term } from '../deal.ts'
import { andList } from '../names.ts'
import { judgeVersions } from '../compare/pair.ts'
import { codeOf, sentenceOf } from './reasons.ts'
import { canBe, DISJOINT } from '../relation.ts'
import type { Proof } from './report.ts'
import { isStepApart, type Row } from '../compare/rows.ts'
import { contradictionIf, inPart, namesOf, unmatchedSentence } from './sentences.ts'
import { stepsOf } from './steps.ts'
import { contextOf, type Slot, slotKey, type Version } from '../compare/version.ts'
import { compareWording } from './wording.ts'

/** Everything that a term's verdict rests on; null where nobody speaks of the term. */
export function proofOf(whole: Deal, term: Term, asOf: string | null): Proof | null {
  const deal = dealAsOf(whole, asOf)
  const compared = compareTerm(deal, term, null)
  if (!compared) return null
  return {
    deal: deal.id,
    term: term.id,
    whyNot: whyNot(deal, compared),
    flips: flips(deal, compared),
    statements: statements(deal, term),
    byDate: stepsOf(deal, term, null),
    wording: wording(compared),
  }
}

const worstPair = (compared: Compared): Pair | undefined =>
  compared.pairs.find((p) => p.verdict === compared.verdict)

function whyNot(deal: Deal, compared: Compared): Proof['whyNot'] {
  const pair = worstPair(compared)
  if (!pair || compared.verdict === 'missing') {
    const silent = compared.versions.filter((s) => s.version === null).map((s) => nameIn(deal, s.party))
    return compared.verdict === 'press-only'
      ? [{ verdict: 'missing', sentence: 'No party has a claim that another could have answered.' }]
      : [
          {
            verdict: 'contradiction',
            sentence: `Nothing that ${andList(silent)} announced denies it; silence is no denial.`,
          },
        ]
  }
  const names = namesOf(deal, pair)
  const say = (row: Row): string => inPart(row, sentenceOf(row, names, deal.vocabulary))
  const unequal = pair.rows.filter((r) => codeOf(r) !== null)
  const open = unequal.filter((r) => canBe(r.possible, DISJOINT))
  switch (compared.verdict) {
    case 'contradiction':
      return [
        {
          verdict: 'at-odds',
          sentence: 'The one does not merely go further: what each says excludes what the other says.',
        },
        {
          verdict: 'unclear',
          sentence: 'Everything that the clash rests on is recorded, and what the two speak of surely meets.',
        },
      ]
    case 'at-odds':
      return [
        {
          verdict: 'contradiction',
          sentence: `Neither says that it goes no further, nor denies the other’s step: both can hold.`,
        },
        { verdict: 'agree', sentence: unequal.filter(isStepApart).map(say).join(' ') },
      ]
    case 'unclear':
      return [
        {
          verdict: 'contradiction',
          sentence:
            open.length > 0
              ? 'The two may speak of different things, or count differently: that is not recorded.'
              : 'What is recorded in words only cannot be compared.',
        },
        ...(compared.couldBe.includes('agree')
          ? [{ verdict: 'agree' as const, sentence: 'Nothing recorded says that the two mean the same.' }]
          : []),
      ]
    case 'agree':
      return [
        {
          verdict: 'differs',
          sentence: pair.rows.some((r) => r.noted)
            ? 'All that both speak of is the same; what only one side gives is a detail that takes nothing away.'
            : 'All that was said is the same.',
        },
      ]
    default:
      return [
        { verdict: 'contradiction', sentence: 'Nothing that one side says excludes what the other says.' },
        {
          verdict: 'agree',
          sentence: [
            ...new Set([...unequal.map(say), ...pair.unmatched.map((u) => unmatchedSentence(deal, u))]),
          ].join(' '),
        },
      ]
  }
}

/** What would change the verdict: the lesser step capped, and each difference taken away by itself. Each is tried. */
function flips(deal: Deal, compared: Compared): Proof['flips'] {
  const pair = worstPair(compared)
  const [x, y] = (pair?.parties ?? []).map(
    (p) => compared.versions.find((s) => s.party === p)?.version ?? null,
  )
  if (!pair || !x || !y) return []
  const out: { verdict: Proof['flips'][number]['verdict']; sentence: string }[] = []
  const would = contradictionIf(deal, compared, pair)
  if (would) out.push({ verdict: 'contradiction', sentence: would })
  const context = contextOf(deal)
  for (const row of pair.rows) {
    if (codeOf(row) === null || row.a === null) continue
    const changed = copyTo(y, row, { stated: row.a, claim: null })
    const { verdict } = judgeVersions(x, changed, compared.term.assume, context)
    if (verdict === compared.verdict || out.some((f) => f.sentence.includes(row.a?.text ?? '\n'))) continue
    out.push({
      verdict,
      sentence: `Had ${nameIn(deal, pair.parties[1])} too said: ${row.a.text}, it would be ${article(verdict)}.`,
    })
  }
  return out
}
const article = (verdict: string): string =>
  verdict === 'agree'
    ? 'agreement'
    : verdict === 'differs'
      ? 'a difference'
      : verdict === 'contradiction'
        ? 'a contradiction'
        : verdict

const copyTo = (version: Version, row: Row, slot: Slot): Version => ({
  ...version,
  parts: version.parts.map((p) =>
    row.part === null || p.name === row.part || p.name === null
      ? { ...p, slots: new Map(p.slots).set(slotKey(slot.stated), slot) }
      : p,
  ),
})

/** When an entry was said; a silence, where words stand for it, when those were said, else when it was last searched. */
function saidOn(e: Entry): { readonly day: string; readonly date: string } {
  if (e.kind === 'claim') return e.source
  const one = e.declined ?? e.general ?? e.notedBy
  const searched = e.silent === 'all' ? [] : [...e.silent].sort((a, b) => (a.day < b.day ? -1 : 1))
  return one ?? searched.at(-1) ?? { day: '', date: '' }
}
const dayOf = (e: Entry): string => saidOn(e).day

/** Claims and silences in date order; a silence stands at the last statement that it rests on. */
function statements(deal: Deal, term: Term): Proof['statements'] {
  const all = [...(deal.histories.get(term.id) ?? new Map<string, readonly Entry[]>()).values()].flat()
  const dated = all.map((e) => ({ e, day: dayOf(e) }))
  return dated
    .sort((p, q) => (p.day < q.day ? -1 : p.day > q.day ? 1 : 0))
    .map(({ e }) =>
      e.kind === 'claim'
        ? {
            date: e.source.date,
            party: e.party,
            source: e.source.id,
            says: saysOf(e),
            quote: e.quote,
            place: e.place,
          }
        : {
            date: saidOn(e).date,
            party: e.party,
            source: silentSource(e),
            says: silentWords(e),
            quote: e.quote,
            place: e.place,
          },
    )
}
const saysOf = (c: Claim): string => c.says ?? c.stated.map((s) => s.text).join('; ')
const silentSource = (s: Silence): string =>
  (s.declined ?? s.general ?? s.notedBy)?.id ?? (s.silent === 'all' ? '' : (s.silent.at(-1)?.id ?? ''))
function silentWords(s: Silence): string {
  if (s.says !== null) return s.says
  if (s.declined) return 'asked, would not say'
  if (s.notedBy) return 'reported to be silent'
  if (s.general) return 'named the topic only'
  if (s.notApplicable) return 'no matter of theirs'
  return s.silent === 'all'
    ? 'not found in any of their statements'
    : `not found in ${s.silent.length} statement${s.silent.length === 1 ? '' : 's'}`
}

/** The latest quotes of two sides, word by word, where they have words in common. */
function wording(compared: Compared): Proof['wording'] {
  const quoted = compared.versions.flatMap(({ party, version }) => {
    const claim = version?.claims.findLast((c) => c.quote !== null)
    return claim ? [{ party, source: claim.source.id, quote: claim.quote as string }] : []
  })
  return quoted.flatMap((a, i) =>
    quoted
      .slice(i + 1)
      .filter((b) => b.source !== a.source)
      .map((b) => ({
        a: { party: a.party, source: a.source },
        b: { party: b.party, source: b.source },
        runs: compareWording(a.quote, b.quote),
      }))
      .filter(({ runs }) => runs.some((r) => r.only === null && /[\p{L}\p{N}]/u.test(r.text))),
  )
}
