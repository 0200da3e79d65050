import type { TermReport } from '../../report/report.ts'
import { beginsWithDate } from './dates.ts'
import type { View } from './deal.ts'
import { INDENT, line, prose, span } from './sheet.ts'
import { termTitle } from './term.ts'
import type { Line } from './width.ts'

interface Value {
  readonly part: string | null
  readonly facet: string
  readonly text: string
}

/** What a value is of, where that is one word. */
const before: { readonly [facet: string]: string } = {
  scope: 'for',
  conditions: 'if',
  start: 'from',
  end: 'until',
  deadline: 'by',
}

function inWords({ facet, text }: Value): string {
  const word = before[facet]
  const dateless = ['start', 'end', 'deadline'].includes(facet) && !beginsWithDate(text)
  return word === undefined || dateless || /^(not|only|at once)\b/.test(text) ? text : `${word} ${text}`
}

/** What both say of the term, save what its title says, which a bare yes only repeats. */
function agreedOn(term: TermReport): Value[] {
  const same = (term.pairs[0]?.facets ?? []).flatMap(({ part, facet, relation, a, b }): Value[] => {
    if (relation !== 'equal' || a === null || b === null) return []
    return [{ part, facet, text: beginsWithDate(b) && !beginsWithDate(a) ? b : a }]
  })
  const own = term.versions
    .find((version) => version.state === 'announced')
    ?.parts.flatMap(({ part, facets }) => facets.map(({ facet, text }) => ({ part, facet, text })))
  return (same.length > 0 ? same : (own ?? [])).filter(
    ({ text }) => text !== 'yes' && !term.title.includes(text),
  )
}

/** The title of a term that is agreed, with what was agreed behind it, or below where the line has no room. */
export function agreedTitle(view: View, term: TermReport): Line[] {
  const dot = ` ${view.sheet.mark.dot} `
  const values = agreedOn(term)
  const text = values
    .map((value, i) => {
      const named = value.part !== null && value.part !== values[i - 1]?.part
      return `${named ? `${value.part}: ` : ''}${inWords(value)}`
    })
    .join(dot)
  if (text === '') return termTitle(view, term)
  const behind = termTitle(view, term, [span(dot, 'faint'), span(text, 'faint')])
  return behind.length === 1
    ? behind
    : [...termTitle(view, term), ...prose(view.sheet, line(text, 'faint'), INDENT)]
}
