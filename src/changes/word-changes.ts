import type { WordChange } from '../report/report.ts'
import type { Node } from '../tree.ts'
import { type Declared, declaredIn, ladderNames, type Pair, parentOf } from './declared.ts'
import { isEdit, paired } from './piece.ts'

/** The words that changed, each once: a word that came, went or moved on its axis is one change, not one a parent. */
export function wordChanges(before: readonly Node[], after: readonly Node[]): WordChange[] {
  const names = ladderNames(before, after)
  const all: readonly Pair[] = paired(declaredIn(before, names), declaredIn(after, names))
  const pairs = all.filter(isEdited)
  const onAxes = (p: Pair): boolean => parentOf((p.after ?? p.before)?.kind ?? '') !== null
  const ownWords = new Set(pairs.filter((p) => !onAxes(p)).map(wordOf))
  const edges = pairs.filter(onAxes)
  // A word that keeps a parent did not move: it is below one more, or one fewer.
  const stays = new Set(all.filter((p) => onAxes(p) && !isEdited(p)).map(wordOf))
  const moved = new Map<string, readonly Pair[]>()
  // What is on its axis in both, and has another parent, moved.
  for (const edge of edges.filter((e) => !ownWords.has(wordOf(e)) && !stays.has(wordOf(e))))
    moved.set(wordOf(edge), [...(moved.get(wordOf(edge)) ?? []), edge])
  const out = pairs
    .filter((p) => !moved.has(wordOf(p)) || !onAxes(p))
    .map(({ before: was, after: is }) => changeOf({ before: was, after: is }))
  const below = new Set(out.filter((w) => parentOf(w.kind) !== null).map((w) => `${w.state}\n${w.word}`))
  return [
    ...out.filter((w) => !w.kind.startsWith('word of ') || !below.has(`${w.state}\n${w.word}`)),
    ...[...moved.values()].flatMap((of) => movedOf(of)),
  ]
}
const isEdited = ({ before, after }: Pair): boolean =>
  isEdit({ before: before?.node ?? null, after: after?.node ?? null })
const wordOf = ({ before, after }: Pair): string => (after ?? before)?.word ?? ''

function changeOf({ before, after }: Pair): WordChange {
  const one = (after ?? before) as Declared
  return {
    kind: one.kind,
    word: one.word,
    state: before === null ? 'added' : after === null ? 'removed' : 'edited',
    before: before && before.text,
    after: after && after.text,
    place: one.place,
  }
}

/** A word from one parent to another is one move; with more parents than that, each is told by itself. */
function movedOf(edges: readonly Pair[]): WordChange[] {
  const from = edges.filter((e) => e.after === null)
  const to = edges.filter((e) => e.before === null)
  if (from.length > 1 || to.length > 1) return edges.map(changeOf)
  const one = (to[0]?.after ?? from[0]?.before) as Declared
  return [
    {
      kind: 'word',
      word: one.word,
      state: 'moved',
      before: from[0]?.before ? parentOf(from[0].before.kind) : null,
      after: to[0]?.after ? parentOf(to[0].after.kind) : null,
      place: one.place,
    },
  ]
}
