import { addressOf, type Source } from '../deal.ts'
import type { EntryChange, FieldChange, WordingRun } from '../report/report.ts'
import { compareWording } from '../report/wording.ts'
import type { Entry } from './entries.ts'
import { sameNode, under } from './nodes.ts'

/** What became of an entry; null where it is the same in both. */
export function entryChange(before: Entry | null, after: Entry | null): EntryChange | null {
  const one = after ?? before
  if (!one || (before && after && sameNode(before.node, after.node))) return null
  const source = one.said.kind === 'silence' ? null : one.said.source
  const quote = after?.said.quote ?? null
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return {
    kind: one.said.kind,
    state: before === null ? 'added' : after === null ? 'removed' : 'edited',
    parties: one.parties,
    part: one.said.kind === 'silence' ? null : one.said.part,
    source: source?.id ?? null,
    by: source?.by ?? null,
    date: source?.date ?? null,
    url: source === null ? null : addressOf(source),
    // Of what is new or gone, the source and the parties are told already.
    facets: [
      ...fieldChanges(old, now).filter(
        (f) => (before && after) || !['source', 'attributed'].includes(f.field),
      ),
      // What an edit leaves of a silence says what the silence is now.
      ...(one.said.kind === 'silence' ? staying(old, now) : []),
    ],
    says: wording(before?.said.says ?? null, after?.said.says ?? null),
    quote: wording(before?.said.quote ?? null, quote),
    newQuote: quote === (before?.said.quote ?? null) ? null : quote,
    place: one.node.place,
  }
}

interface Value {
  readonly axis: string | null
  readonly text: string
}

/** What an entry says, by facet and axis, then its other keys. */
function valuesOf(entry: Entry | null): Map<string, Value> {
  const out = new Map<string, Value>()
  if (!entry) return out
  const put = (field: string, text: string | null, axis: string | null = null): void => {
    if (text !== null && text !== '') out.set(axis === null ? field : `${field}\n${axis}`, { axis, text })
  }
  const { said } = entry
  if (said.kind === 'silence') {
    const ids = (sources: readonly Source[]): string => sources.map((s) => s.id).join(', ')
    put('silent', said.silent === 'all' ? 'all' : ids(said.silent))
    put('declined', said.declined?.id ?? null)
    put('noted-by', said.notedBy?.id ?? null)
    put('general', said.general?.id ?? null)
    put('not-applicable', said.notApplicable ? 'true' : null)
    return out
  }
  for (const s of said.stated) put(s.facet, s.text, s.axis)
  put('part', said.part)
  put('was', said.was?.text ?? null)
  put('returns', said.returns)
  put('source', said.source.id)
  if (said.kind === 'reported') put('attributed', said.attributed.join(', '))
  else {
    put('supersedes', said.supersedes ? 'true' : null)
    // A claim has its term's, unless it states another.
    put('nature', under(entry.node, 'nature') ? said.nature : null)
    put('original', said.original)
  }
  return out
}

function fieldChanges(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): (FieldChange & { readonly axis: string | null })[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [x, y] = [before.get(key), after.get(key)]
    if (x?.text === y?.text) return []
    return [
      {
        field: key.split('\n')[0] ?? key,
        axis: (y ?? x)?.axis ?? null,
        before: x?.text ?? null,
        after: y?.text ?? null,
      },
    ]
  })
}

/** What is the same in both, as a change from itself to itself. */
const staying = (
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): (FieldChange & { readonly axis: string | null })[] =>
  [...after].flatMap(([field, { text, axis }]) =>
    before.get(field)?.text === text ? [{ field, axis, before: text, after: text }] : [],
  )

/** Two wordings, word by word; null where nothing changed. */
function wording(before: string | null, after: string | null): readonly WordingRun[] | null {
  if (before === after) return null
  if (before === null) return [{ text: after ?? '', only: 'after' }]
  if (after === null) return [{ text: before, only: 'before' }]
  const runs = compareWording(before, after)
  // Too long to be held word against word: the one, then the other.
  if (runs.length === 0)
    return [
      { text: before, only: 'before' },
      { text: after, only: 'after' },
    ]
  return runs.map(({ text, only }) => ({
    text,
    only: only === 'a' ? 'before' : only === 'b' ? 'after' : null,
  }))
}
