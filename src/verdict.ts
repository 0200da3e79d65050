/** The verdicts of a term, worst first; `press-only` stands outside the order: no party announced it. */
export const verdicts = [
  'contradiction',
  'at-odds',
  'missing',
  'differs',
  'unclear',
  'agree',
  'press-only',
] as const
export type Verdict = (typeof verdicts)[number]

/** The reasons a verdict can have: one facet's part in it. The list is closed. */
export const reasonCodes = [
  'clash',
  'denied',
  'further',
  'narrower',
  'names-limit',
  'conditional',
  'different-conditions',
  'unspecified',
  'less-precise',
  'time-limited',
  'tighter-deadline',
  'different-basis',
  'different-total',
  'different-measure',
  'different-subject',
  'rounding',
  'unresolved',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** How well a silence is known, best first. */
export const silenceStates = [
  'not-applicable',
  'declined',
  'noted',
  'verified',
  'partial',
  'general',
  'unrecorded',
] as const
export type SilenceState = (typeof silenceStates)[number]

/** What a reported claim is to the version of the party to which it was attributed. */
export const judgements = [
  'as announced',
  'more than announced',
  'less than announced',
  'against what was announced',
  'announced by another only',
  'announced by neither',
  'unclear',
] as const
export type Judgement = (typeof judgements)[number]

/** As an editor who checks a story wants them: what is wrong by the record, what rests on nobody's word, then the rest. */
export const gravestFirst: readonly Judgement[] = [
  'against what was announced',
  'announced by neither',
  'announced by another only',
  'more than announced',
  'unclear',
  'less than announced',
  'as announced',
]
/** The gravest of some judgements; null of none. */
export const gravest = (some: readonly Judgement[]): Judgement | null =>
  gravestFirst.find((judgement) => some.includes(judgement)) ?? null

/** A judgement as one word, for options and rules. */
export const hyphened = (judgement: Judgement): string => judgement.replaceAll(' ', '-')
/** What `press --fail-on` takes. */
export const judgementWords: readonly string[] = judgements.map(hyphened)

/** The worse of two verdicts of pairs. */
export const worse = (a: Verdict, b: Verdict): Verdict => (verdicts.indexOf(a) <= verdicts.indexOf(b) ? a : b)

/** Every verdict that one of the lists has, worst first. */
export const allOf = (lists: readonly (readonly Verdict[])[]): Verdict[] =>
  verdicts.filter((v) => lists.some((list) => list.includes(v)))

/** A verdict as a thing that a term can come to or lose. */
const nouns: { readonly [verdict in Verdict]: string } = {
  contradiction: 'contradiction',
  'at-odds': 'at-odds',
  missing: 'missing',
  differs: 'difference',
  unclear: 'unclear',
  agree: 'agreement',
  'press-only': 'press-only',
}

/** A term has this verdict, and had another before, or none. */
export const newly = (verdict: Verdict): string => `new-${nouns[verdict]}`
/** A term had this verdict, and has another now, or none. */
export const lost = (verdict: Verdict): string => `lost-${nouns[verdict]}`
/** What can become of a verdict, as `changes --fail-on` calls it. */
export const changeWords: readonly string[] = [...verdicts.map(newly), ...verdicts.map(lost)]
