import type { Deal, Stated, Term } from '../deal.ts'
import { actsOf, type Act } from '../facets/act.ts'
import type { Conditions } from '../facets/conditions.ts'
import type { Measure } from '../facets/measure/value.ts'
import type { Scope } from '../facets/scope.ts'
import { statusLadder } from '../facets/status.ts'
import { readAmount } from '../values/amount.ts'
import { isWrong } from '../values/quantity.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { normalWord } from '../words.ts'

/** What all hold of one facet, in words. */
export interface Common {
  readonly facet: string
  readonly text: string
  readonly stated: Stated
}

/** Words that turn, hedge or measure what a title says: whether all mean just that cannot be known. */
const DOUBT =
  /\b(?:not|no|none|never|neither|nor|without|unless|if|until|till|or|only|but|except|may|might|can|could|would|should|must|more|less|fewer|most|least|all|every|each|any|again|anew|now|soon|first|new|fully|entirely|immediately|permanently|temporarily|nearly|almost|about|over|under|instead)\b|n['’]t\b/i
const QUESTION = /^(?:what|when|which|who|whom|whose|whether|where|how|why)\b/i

/**
 * What of it the title says already, where the title says nothing that not all say; null where it is not known to.
 * A `yes` is about the title itself. Else it has to be of the plainest form, `CHINA SUSPENDS …`, and every figure and
 * every word of the vocabulary in it has to be said by all.
 */
export function saidByTitle(deal: Deal, term: Term, common: readonly Common[]): ReadonlySet<Common> | null {
  const { title } = term
  const figures = figuresIn(title).map((figure) => common.find((c) => isFigure(c, figure, deal)))
  if (figures.some((f) => f === undefined)) return null
  const said = new Set(common.flatMap(wordsOf))
  if (!vocabularyIn(title, deal).every((word) => said.has(word))) return null
  const plain = common.find(({ facet, stated }) => facet === 'measure' && isYesOrNo(stated))
  if (plain) return new Set([plain])
  if (QUESTION.test(title) || DOUBT.test(title) || common.some((c) => hedges.has(c.facet))) return null
  const act = common.find((c) => c.facet === 'act')
  const status = common.find((c) => c.facet === 'status')
  const bearer = act ?? status
  if (!bearer || (act && status)) return null
  const { word, manner } = bearer.stated.value as Act
  if (manner !== 'at least') return null
  if (act ? !isVerbOf(deal, term, word) : !inflected(word).test(title)) return null
  return new Set([bearer, ...figures.flatMap((f) => (f && isWholly(f, title) ? [f] : []))])
}
/** How firm a thing is does not show in what a title says. */
const hedges: ReadonlySet<string> = new Set(['force', 'stance'])

/** `yes`: what the title says is so; `no`: it is not. */
export const isYesOrNo = ({ value }: Stated): boolean => ['yes', 'no'].includes((value as Measure).value.kind)

/** Whether the title is of the form `CHINA BUYS …`: who has to do it, and this act. */
export function isVerbOf(deal: Deal, term: Term, word: string): boolean {
  const [only, ...more] = term.obligor
  const party = deal.parties.find((p) => p.id === only)
  const names = more.length > 0 ? ['both sides', 'the two sides'] : party ? [party.name, party.short] : []
  const title = term.title.replace(/^the /i, '').toLowerCase()
  return names
    .map((name) => name.replace(/^the /i, '').toLowerCase())
    .some(
      (name) =>
        title.startsWith(`${name} `) && inflected(word).exec(title.slice(name.length + 1))?.index === 0,
    )
}

/** Numbers with what stands around them, and years. */
interface Figure {
  readonly number: string
  readonly before: string
  readonly after: string
}
const figuresIn = (title: string): Figure[] =>
  [...title.matchAll(/\d+(?:[.,]\d+)*/g)].map((m) => ({
    number: m[0],
    before: title.slice(0, m.index),
    after: title.slice(m.index + m[0].length),
  }))

/** Whether a figure of a title is what is stated, as a whole number with its unit, or the period it is stated for. */
function isFigure(
  { facet, stated }: Common,
  { number, before, after }: Figure,
  { vocabulary, dollar }: Deal,
): boolean {
  if (facet !== 'measure') return false
  const { value, period, negated } = stated.value as Measure
  if (/\bin $/.test(before) && period?.text === number) return true
  if (
    value.kind !== 'amount' ||
    negated ||
    /(?:than|least|most|about|around|under|over|up to|from|to|between|and) \W?$/i.test(before)
  )
    return false
  const { amount } = value
  if (amount.number === null || !['bare', 'exactly'].includes(amount.manner)) return false
  const sign = /[$€£¥]$/.exec(before)?.[0] ?? ''
  const words = after.replace(/^ points?\b/, ' percentage points').split(' ')
  return words.some((_, i) => {
    const read = readAmount(`${sign}${number}${words.slice(0, i + 1).join(' ')}`, {
      units: vocabulary.units,
      dollar,
      about: vocabulary.about,
    })
    return (
      !isWrong(read) &&
      read.dimension === amount.dimension &&
      read.number !== null &&
      amount.number !== null &&
      read.number.equals(amount.number)
    )
  })
}

/** Whether nothing of a figure is left to be told beside the title: its period is there too, or it has none. */
function isWholly({ stated }: Common, title: string): boolean {
  const { period } = stated.value as Measure
  return period === null || title.includes(`in ${period.text}`)
}

/** Words of the vocabulary that are affirmed. */
function wordsOf({ facet, stated }: Common): readonly string[] {
  if (facet === 'act' || facet === 'status') {
    const { word, manner } = stated.value as Act
    return manner === 'not' ? [] : [word]
  }
  if (facet === 'scope') {
    const { words, only } = stated.value as Scope
    return [...words, ...only]
  }
  if (facet === 'conditions') return [...(stated.value as Conditions)]
  const basis = facet === 'measure' ? (stated.value as Measure).basis : null
  return basis === null ? [] : [basis]
}

/** The words of the vocabulary that stand in a text, but for the names of the parties. */
export function vocabularyIn(text: string, { vocabulary, parties }: Deal): string[] {
  const names = new Set(parties.flatMap((p) => [p.id, p.name, p.short].map(normalWord)))
  return [...everyWord(vocabulary)].filter((word) => !names.has(word) && inflected(word).test(text))
}
const everyWord = (v: Vocabulary): Set<string> =>
  new Set([
    ...v.axisOf.keys(),
    ...v.vague,
    ...actsOf(v),
    ...statusLadder.steps,
    ...v.bases.keys(),
    ...v.conditions.keys(),
    ...v.events.keys(),
  ])

/** A word of the vocabulary as a sentence has it: `suspends`, `supplies`, `rare-earth`. */
function inflected(word: string): RegExp {
  const known = patterns.get(word)
  if (known) return known
  const forms = word.split(/[\s-]+/).map((token) => {
    const plain = token.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    const stem = plain.slice(0, -1)
    if (/[^aeiou]y$/.test(token)) return `(?:${plain}|${stem}(?:ies|ied)|${plain}ing)`
    if (token.endsWith('e')) return `(?:${plain}[sd]?|${stem}ing)`
    return token.endsWith('s') ? `(?:${plain}|${stem})` : `(?:${plain}(?:e?s|ed|ing)?)`
  })
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${forms.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'iu')
  patterns.set(word, pattern)
  return pattern
}
/** A pattern is made once a word. */
const patterns = new Map<string, RegExp>()
