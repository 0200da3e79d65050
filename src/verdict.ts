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

/** The worse of two verdicts of pairs. */
export const worse = (a: Verdict, b: Verdict): Verdict => (verdicts.indexOf(a) <= verdicts.indexOf(b) ? a : b)

/** Every verdict that one of the lists has, worst first. */
export const allOf = (lists: readonly (readonly Verdict[])[]): Verdict[] =>
  verdicts.filter((v) => lists.some((list) => list.includes(v)))
