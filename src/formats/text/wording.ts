import type { Proof } from '../../report/report.ts'
import { attribution, short, type View } from './deal.ts'
import { beside, cellWidth, INDENT, line, prose, sideBySide, span } from './sheet.ts'
import type { Line, Span } from './width.ts'

type Wording = Proof['wording'][number]

/** One side's words; those that only it has stand in square brackets. */
function wordsOf(wording: Wording, side: 'a' | 'b'): Line {
  return wording.runs
    .filter((run) => run.only === null || run.only === side)
    .flatMap((run): Span[] => {
      if (run.only === null) return [span(run.text)]
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? []
      if (words === '') return [span(run.text)]
      return [span(before), span(`[${words}]`, 'strong'), span(after)]
    })
}

/** Two wordings of one thing, word by word. */
export function wordingLines(
  view: View,
  proof: Proof,
  section: (heading: string, means: string, lines: readonly Line[]) => readonly Line[],
): readonly Line[] {
  const { sheet } = view
  const lines = proof.wording.flatMap((wording): Line[] => {
    const sides = (['a', 'b'] as const).map((side) => ({
      who: `${short(view, wording[side].party)}, ${attribution(view, wording[side].source)}`,
      words: wordsOf(wording, side),
    }))
    if (!sideBySide(sheet)) {
      return sides.flatMap(({ who, words }) => [
        ...prose(sheet, line(who, 'faint'), 2),
        ...prose(sheet, words, INDENT),
      ])
    }
    const width = cellWidth(sheet)
    return beside(
      sides.map(({ who, words }) => ({ text: [line(who, 'faint'), words], width })),
      2,
    )
  })
  return section('WORDING', 'word by word; what only one side has stands in [ ]', lines)
}
