import { compareTerms } from '../compare/compare.ts'
import type { Deal } from '../deal.ts'
import { completer, type Diagnostic } from '../diagnostic.ts'
import type { Place, Text } from '../place.ts'
import type { Parsed } from '../read/parse.ts'
import { excerpts, keysTo, keyText, stamp } from '../read/stamp.ts'
import type { Checked, FileRead, Rule, RuleFinding } from '../rule.ts'
import type { Node } from '../tree.ts'
import { detached } from './suppressed.ts'

/** A run over the files of a folder: each is seen once and let go; what only all of them tell comes at the end. */
interface Linting {
  /** The findings of one file that reading has not made already. */
  readonly see: (file: Text, parsed: Parsed) => Diagnostic[]
  /** The findings that take several files; `isWhole` tells of a file whether all that lie beside it were seen. */
  readonly end: (isWhole: (path: string) => boolean) => Diagnostic[]
}

/** What only the whole file tells of a place. */
interface Mark {
  readonly about: string
  readonly excerpt: string | null
}

/**
 * Begins a run of rules. Rules on a deal wait until its file has no errors: what a claim that could not be read would
 * have said is not known. What the terms come to is as of a day (null: as of the last statement).
 */
export function linting(rules: readonly Rule[], asOf: string | null = null): Linting {
  const gatherers = rules.flatMap((rule) =>
    rule.found.by === 'folder' ? [{ rule, gatherer: rule.found.start() }] : [],
  )
  // As long as a rule keeps a place, what the file told of it is known; the file itself is let go.
  const marks = new WeakMap<Place, Mark>()
  return {
    see: (file, parsed) => {
      if (!parsed.root) return []
      const read: FileRead = { file, root: parsed.root, comments: parsed.comments }
      const checked = parsed.deal && checkedOf(read, parsed.deal, asOf)
      const found = rules.flatMap((rule) => {
        if (rule.found.by === 'file') return stamped(rule, rule.found.in(read))
        if (rule.found.by === 'deal' && checked) return stamped(rule, rule.found.in(checked))
        return []
      })
      if (checked && gatherers.length > 0) {
        markPlaces(parsed.root, file, marks)
        const named = checkedOf(read, withOwnNames(checked.deal), asOf)
        for (const { gatherer } of gatherers) gatherer.see(named)
      }
      return stamp(found, parsed.root, excerpts([file]))
    },
    end: (isWhole) =>
      gatherers
        .flatMap(({ rule, gatherer }) => stamped(rule, gatherer.end(isWhole)))
        .map((d) => ({
          ...d,
          ...marks.get(d.place),
          related: d.related.map((r) => ({ ...r, excerpt: marks.get(r.place)?.excerpt ?? r.excerpt })),
        })),
  }
}

/** A deal whose names are no pieces of its file's text: a rule on several files keeps them, and the text is let go. */
function withOwnNames(deal: Deal): Deal {
  const { id, title, aliases, follows } = deal
  const fates = deal.fates.map((f) => ({ ...f, ...detached({ term: f.term, deal: f.deal }) }))
  return { ...deal, ...detached({ id, title, aliases, follows }), fates }
}

/** How far below the root a rule on several files looks: at `terms`, a term, one of its keys. */
const DEEPEST_MARK = 3

/** A hostile file has a list of a million. */
const MOST_ITEMS = 200

/** Notes of the places that a rule may keep what they are about. */
function markPlaces(root: Node, file: Text, marks: WeakMap<Place, Mark>): void {
  const excerpt = excerpts([file])
  const mark = (place: Place, about: string): void => {
    if (!marks.has(place)) marks.set(place, detached({ about, excerpt: excerpt(place) }))
  }
  const walk = (node: Node, path: string, depth: number): void => {
    mark(node.place, path)
    if (depth === 0 || node.kind === 'scalar') return
    // Items of lists go by what they are: the names by which a deal is known, and the like, which are few.
    if (node.kind === 'list')
      for (const item of node.items.slice(0, MOST_ITEMS)) {
        const about = keysTo(root, item.place).join('/')
        mark(item.place, about)
        // A fate names the deal in which a commitment goes on.
        if (item.kind === 'map')
          for (const { key, value } of item.entries) mark(value.place, `${about}/${key}`)
      }
    else
      for (const { key, keyPlace, value } of node.entries) {
        const below = path === '' ? keyText(key) : `${path}/${keyText(key)}`
        mark(keyPlace, below)
        // What was announced is judged within its deal.
        if (path !== '' || !ANNOUNCED.has(key)) walk(value, below, depth - 1)
      }
  }
  walk(root, '', DEEPEST_MARK)
}

const ANNOUNCED: ReadonlySet<string> = new Set(['announced', 'jointly', 'reported'])

/** The terms are compared once, and only where a rule asks. */
function checkedOf(read: FileRead, deal: Deal, asOf: string | null): Checked {
  let compared: Checked['compared'] | null = null
  return {
    ...read,
    deal,
    get compared() {
      return (compared ??= compareTerms(deal, asOf))
    },
  }
}

function stamped(rule: Rule, found: Iterable<RuleFinding>): Diagnostic[] {
  const complete = completer()
  return [...found].map((f) => complete({ severity: rule.severity, ...f, rule: rule.id }))
}
