import { type Diagnostic, severities } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import type { Report } from '../../report/report.ts'
import { baselineWords, closingWords, fixedWords, sumWords } from '../text/finding-words.ts'
import { code, head, literal, row, short } from './escape.ts'
import { type Item, plain, type Section, weights } from './page.ts'

const weightOf = { error: weights.error, warning: weights.warning, note: weights.note } as const

/** One finding: how grave, in which line, what is and what to do about it, by which rule. */
function findingItem(found: Diagnostic, at: (place: Place) => string): Item {
  const lines = [
    literal(short(found.message)),
    ...found.related.map(({ message, place }) => `${at(place)} ${literal(short(message))}`),
    ...(found.help === null ? [] : [`<b>Help:</b> ${literal(short(found.help))}`]),
  ]
  const severity = found.severity === 'error' ? '<b>error</b>' : found.severity
  return {
    text: row([severity, String(found.place.line), lines.join('<br>'), code(found.rule)]),
    weight: weightOf[found.severity],
  }
}

/** Findings by file, the file with the gravest first; notes alone are folded away. */
export function checkSections(report: Report, at: (place: Place) => string): Section[] {
  const { diagnostics: found, check } = report
  const paths = [...new Set(found.map((d) => d.place.path))]
  const worst = (path: string): number =>
    Math.min(...found.filter((d) => d.place.path === path).map((d) => severities.indexOf(d.severity)))
  const files = paths
    .sort((a, b) => worst(a) - worst(b))
    .map((path): Section => {
      const of = found.filter((d) => d.place.path === path)
      const folded = of.every((d) => d.severity === 'note')
      // The place of a file is its path and a line; the path alone is asked for here.
      const [name = ''] = of.map((d) =>
        at({ ...d.place, line: 0 }).replace(/:(?:&#8203;)?0(?=`$|<\/code>$)/, ''),
      )
      const table = head(['', 'Line', 'Finding', 'Rule'])
      return {
        before: folded
          ? `<details><summary>${sumWords(of)}</summary>\n\n${name}\n\n${table}`
          : `#### ${name}\n\n${table}`,
        items: of.map((d) => findingItem(d, at)),
        ...(folded ? { after: '</details>' } : {}),
        one: 'finding',
      }
    })
  const fixed = [...fixedWords(check?.fixed ?? []), ...baselineWords(check)].map(
    (text) => `- ${literal(text)}`,
  )
  const heading = report.changes ? '####' : '### dealdiff:'
  return [
    plain(`${heading} ${literal(closingWords(found, check))}`),
    ...(fixed.length > 0 ? [plain(fixed.join('\n'))] : []),
    ...files,
  ]
}
