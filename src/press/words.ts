import type { SilenceFound } from '../compare/silence.ts'
import { type Deal, nameIn, type Stated } from '../deal.ts'
import { facetOf, facetRank } from '../facets/index.ts'
import type { When } from '../facets/times.ts'
import { andList } from '../names.ts'
import type { Part, Slot } from '../compare/version.ts'
import { compareText } from '../place.ts'
import type { WhyRun } from '../report/press-report.ts'
import { silenceInWords } from '../report/sentences.ts'
import { textOf } from '../report/sides.ts'
import { dayText, lastDayOf } from '../values/time.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** The day on which what ends ends, where it hangs on no event. */
function lastDay(stated: Stated): string | null {
  const day = lastDayOf((stated.value as When).time)
  return day === null ? null : dayText(day)
}

/** What is stated, as it stands in a sentence behind others: "for magnets", "until 12 August". */
export function phrase(stated: Stated, { conditions }: Vocabulary): string {
  // A civil day of some zone is that day to a reader.
  const text = textOf(stated).replace(/^(\d{4}-\d\d-\d\d) [+-]\d\d:\d\d$/, '$1')
  switch (stated.facet) {
    case 'scope':
      return /\b(?:only|not|except) /.test(text) ? text : `for ${andList(text.split(', '))}`
    case 'conditions':
      return text === 'none'
        ? 'without conditions'
        : `if ${andList(stated.text.split(', ').map((word) => conditions.get(word) ?? word))}`
    case 'start':
      return /^(?:at once|not before|by)\b/.test(text) ? text : `from ${text}`
    case 'end': {
      // A length tells no day by itself, and an editor looks for the day.
      const day = /^\d+ [a-z]/i.test(text) ? lastDay(stated) : null
      return day !== null ? `until ${day} (${text})` : /^\d{4}/.test(text) ? `until ${text}` : text
    }
    case 'deadline':
      return text.startsWith('by ') ? text : `by ${text}`
    default:
      return text
  }
}

const rank = ({ facet }: Stated): number => facetRank(facet)

/** What is stated, in the order in which the facets are shown. */
export const byFacet = (stated: readonly Stated[]): Stated[] => [...stated].sort((a, b) => rank(a) - rank(b))

/** Yes and no answer the title of the term; what was said says it better. */
const isAnswer = ({ stated }: Slot): boolean => stated.facet === 'measure' && /^(?:yes|no)$/.test(stated.text)

const isRegion = ({ stated }: Slot): boolean => facetOf(stated.facet).role === 'region'

/** What a part of a version announces, and the statements it comes from. */
export function announced(part: Part, vocabulary: Vocabulary): WhyRun {
  const slots = [...part.slots.values()].sort((a, b) => rank(a.stated) - rank(b.stated))
  const stance = slots.find((s) => s.stated.facet === 'stance')?.stated.text
  const told = slots.filter((s) => s.stated.facet !== 'stance')
  const texts = told
    // That it is so, is said by the rest.
    .filter((s) => !isAnswer(s) || s.stated.text === 'no' || told.every((t) => t === s || isRegion(t)))
    .map((s) => {
      const own = isAnswer(s) ? (s.claim?.says ?? s.stated.text) : phrase(s.stated, vocabulary)
      return s.stated.facet === 'act' && stance !== undefined && stance !== 'shall'
        ? `${stance}${stance === 'may' || stance === 'shall not' ? '' : ':'} ${own}`
        : own
    })
  const words = texts.length > 0 ? texts : stance === undefined ? [] : [stance]
  const from = slots
    .flatMap((s) => s.claim?.source ?? [])
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))
  const name = part.name === null ? '' : `${part.name}, `
  return {
    text: `${name}${[...new Set(words)].join(', ')}`,
    sources: [...new Set(from.map((source) => source.id))],
  }
}

/** More statements than a sentence can name. */
const MOST_NAMED = 3

/** What is known of the silence of a party, as the rest of a sentence. */
export function silenceRun(deal: Deal, party: string, found: SilenceFound | null): WhyRun {
  const ids = found === null ? [] : found.sources.map((s) => s.id)
  const known = found === null ? 'has no part in it' : silenceInWords(found)
  return { text: `${nameIn(deal, party)} ${known}`, sources: ids.length > MOST_NAMED ? [] : ids }
}
