import { actsOf, isFloor, relateActs } from '../facets/act.ts'
import { DISJOINT, NARROWER, surely } from '../relation.ts'
import type { Example, Page } from '../report/report.ts'
import { type Ladder, rungOf } from '../sets/ladder.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { drawLadder } from './diagrams.ts'
import { flow } from './flow.ts'
import { example, page } from './page.ts'

const plain = (word: string) => ({ word, manner: 'at least' as const })

/** A claim of one act against a claim of another, where it is known how the two stand. */
function against(v: Vocabulary, us: string, china: string): Example | null {
  const relation = relateActs(v, plain(us), plain(china))
  const [a, b] = [`act: ${flow(us)}`, `act: ${flow(china)}`]
  if (surely(relation, DISJOINT))
    return example(a, b, 'contradiction', `Both cannot hold: ${us} and ${china}.`)
  if (surely(relation, NARROWER))
    return example(a, b, 'at-odds', `To ${us} is a step further than to ${china}.`)
  return null
}

function examplesOf(
  v: Vocabulary,
  word: string,
  ladders: readonly Ladder[],
  opposites: readonly string[],
): Example[] {
  const out: (Example | null)[] = [
    example(`act: ${flow(word)}`, `act: not ${word}`, 'contradiction', 'China denies what the US affirms.'),
  ]
  for (const { steps, floor } of ladders.slice(0, 1)) {
    const at = steps.indexOf(word)
    const [above, below] = [steps[at + 1], steps[at - 1]]
    if (at >= 0 && above !== undefined) out.unshift(against(v, above, word))
    else if (at >= 0 && below !== undefined) out.unshift(against(v, word, below))
    if (at < 0 && steps[0] !== undefined) out.unshift(against(v, steps[0], word))
    else if (floor !== null) out.push(against(v, word, floor))
  }
  for (const other of opposites.slice(0, 1)) out.push(against(v, word, other))
  const shown = out.filter((x) => x !== null)
  // What denies a step may be its opposite too.
  return shown.filter((x, i) => shown.findIndex((y) => y.us === x.us && y.china === x.china) === i)
}

/** The page of an act. */
export function actPage(v: Vocabulary, word: string): Page {
  const ladders = v.ladders.filter((l) => rungOf(l, word) !== null)
  const opposites = v.opposites.flatMap(([a, b]) => (a === word ? [b] : b === word ? [a] : []))
  const steps = ladders.map((l) => l.steps.indexOf(word))
  const floor = isFloor(v, word)
  const below = ladders.flatMap((l, i) => l.steps.slice(0, Math.max(steps[i] ?? 0, 0)))
  const above = ladders.flatMap((l, i) => ((steps[i] ?? -1) < 0 ? [] : l.steps.slice((steps[i] ?? 0) + 1)))
  const means = [
    floor ? 'An act that denies every step of its ladder.' : 'An act.',
    below.length > 0 ? `It includes ${below.join(', ')}.` : '',
    above.length > 0 ? `It says nothing against going further: ${above.join(', ')}.` : '',
    opposites.length > 0 ? `It excludes ${opposites.join(', ')}.` : '',
  ]
  const rule = floor
    ? 'It denies every step of the ladder; so every claim of a step contradicts it.'
    : `Means this step or any further one; only ${word}: no further; not ${word}: neither this nor further.`
  const unrelated = 'How it stands to acts on no common ladder is unknown, unless they are opposites.'
  return page('act', word, means.filter(Boolean).join(' '), {
    rule: `${rule} ${unrelated}`,
    diagram: ladders.flatMap((l, i) => [...(i > 0 ? [''] : []), ...drawLadder(l, word)]),
    examples: examplesOf(v, word, ladders, opposites),
    see: ['act', 'only', 'not', ...[...new Set([...above, ...below, ...opposites])].slice(0, 6)],
  })
}

export const actWords = (v: Vocabulary): readonly string[] => [...actsOf(v)]
