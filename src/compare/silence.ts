import type { Entry, Silence, Source } from '../deal.ts'
import type { SilenceState } from '../verdict.ts'

/** What is recorded of a party's silence on a term, as of a date. */
export interface SilenceFound {
  readonly state: SilenceState
  /** The statements that the state rests on. */
  readonly sources: readonly Source[]
  /** The words that named the topic only. */
  readonly quote: string | null
}

/**
 * The state of a silence: the first that fits, best known first. A statement older than the other side's first claim
 * could not have answered it, and proves nothing.
 */
export function silenceOf(
  history: readonly Entry[],
  statements: readonly Source[],
  asOf: string | null,
  firstClaim: string | null,
): SilenceFound {
  const entries = history.filter((e): e is Silence => e.kind === 'silence')
  const dated = (s: Source | null): s is Source => s !== null && (asOf === null || s.day <= asOf)
  const answers = (s: Source | null): s is Source => dated(s) && (firstClaim === null || s.day >= firstClaim)
  const found = (
    state: SilenceState,
    sources: readonly Source[],
    quote: string | null = null,
  ): SilenceFound => ({
    state,
    sources,
    quote,
  })
  if (entries.some((e) => e.notApplicable)) return found('not-applicable', [])
  // Words that only name the topic are shown beside whatever else is known.
  const general = entries.find((e) => dated(e.general))
  const quote = general?.quote ?? null
  const declined = entries.map((e) => e.declined).filter(answers)
  if (declined.length > 0) return found('declined', declined, quote)
  const noted = entries.map((e) => e.notedBy).filter(answers)
  if (noted.length > 0) return found('noted', noted, quote)
  const named = entries.flatMap((e) => (e.silent === 'all' ? statements : e.silent)).filter(dated)
  const searched = [...new Set(named)].filter(answers)
  if (searched.length > 0)
    return found(searched.every((s) => s.read === 'whole') ? 'verified' : 'partial', searched, quote)
  if (general) return found('general', [general.general as Source], quote)
  // Searched, but before the other side spoke: it is told, and counts for nothing.
  return found('unrecorded', [...new Set(named)])
}
