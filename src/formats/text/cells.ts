import type { ClaimReport, TermReport, VersionReport } from '../../report/report.ts'
import { attribution, countStatements, type View } from './deal.ts'
import { claimWords } from './quote.ts'
import { line, quoted, span } from './sheet.ts'
import type { Line } from './width.ts'
import { list } from './words.ts'

type Silence = NonNullable<VersionReport['silence']>

/** What is known of a party's silence, no more: where it was looked for, and whether that was seen whole. */
export function silenceWords(view: View, silence: Silence | null): Line {
  const words = stateWords(view, silence)
  // The words that named the topic only belong to whatever else is known.
  return silence === null || silence.quote === null || silence.state === 'general'
    ? words
    : [...words, span(`; spoke only of ${quoted(view.sheet, silence.quote)}`, 'faint')]
}

function stateWords(view: View, silence: Silence | null): Line {
  const { sources } = silence ?? { sources: [] }
  const said = (words: string): Line => [
    span(words, 'faint'),
    ...by(
      view,
      sources.map((id) => attribution(view, id)),
    ),
  ]
  switch (silence?.state) {
    case 'declined':
      return said('was asked, would not say')
    case 'general':
      return said(`spoke only of ${silence.quote === null ? 'the topic' : quoted(view.sheet, silence.quote)}`)
    case 'noted': {
      const names = list([...new Set(sources.map((id) => view.source(id)?.by ?? id))])
      return line(
        names === ''
          ? 'is said to be silent'
          : `is said by ${names}${names.includes(', ') ? ',' : ''} to be silent`,
        'faint',
      )
    }
    case 'verified':
      return line(searched(sources.length), 'faint')
    case 'partial': {
      const whole = sources.filter((id) => view.source(id)?.read === 'whole').length
      const how = sources.length === 1 ? 'not' : whole === 0 ? 'none' : `${whole} of them`
      return line(`${searched(sources.length)}, ${how} seen whole`, 'faint')
    }
    case 'not-applicable':
      return line('does not apply', 'faint')
    default: {
      const older =
        sources.length === 0 ? '' : `searched ${countStatements(sources.length)}, older than the claim`
      return line(older === '' ? 'nothing recorded' : older, 'faint')
    }
  }
}

/** Who said it and when, after a dot; no name is torn from its date. */
function by(view: View, names: readonly string[]): Line {
  return names.flatMap((name, i) => {
    const dot = i === 0 ? `${view.sheet.mark.dot} ` : ''
    const comma = i < names.length - 1 ? ',' : ''
    return [span(' '), { text: `${dot}${name}${comma}`, style: 'faint' as const, keep: true }]
  })
}

const searched = (n: number): string => (n === 0 ? 'not found' : `not found in ${countStatements(n)}`)

/** The claims that give a version what it says, or go against it; the others only repeat or are outranked. */
function telling(term: TermReport, version: VersionReport): readonly ClaimReport[] {
  const sources = new Set(version.parts.flatMap((part) => part.facets.map((facet) => facet.source)))
  for (const found of term.inconsistencies) {
    if (found.party === version.party) for (const source of found.claims) sources.add(source)
  }
  const out = version.claims.filter((claim) => sources.has(claim.source))
  return out.length > 0 ? out : version.claims
}

/** The words of a claim, below the name of its part. */
function wordsOf(view: View, version: VersionReport, claim: ClaimReport): string {
  const facets = version.parts
    .filter(({ part }) => claim.part === null || part === claim.part)
    .flatMap((part) => part.facets)
    .filter((f) => f.source === claim.source)
  const words = claimWords(view.sheet, claim, facets)
  return `${claim.part === null ? '' : `${claim.part} ${view.sheet.mark.dash} `}${words === '' ? 'announced it' : words}`
}

/** One party's side of a term: what it announced, in time, each with who said it and when; or its silence. */
export function cellOf(view: View, term: TermReport, party: string): Line[] {
  const version = term.versions.find((v) => v.party === party)
  if (!version || version.state === 'silent' || version.claims.length === 0) {
    return [silenceWords(view, version?.silence ?? null)]
  }
  const shown = telling(term, version)
  const items = new Map<string, string[]>()
  for (const claim of shown) {
    const words = wordsOf(view, version, claim)
    items.set(words, [...(items.get(words) ?? []), attribution(view, claim.source, claim.date)])
  }
  const others = version.claims.length - shown.length
  return [...items].map(([words, names], i) => {
    const more = i === items.size - 1 && others > 0 ? [`${others} more`] : []
    return [span(words), ...by(view, [...names, ...more])]
  })
}
