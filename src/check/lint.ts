import { compareTerms } from '../compare/compare.ts'
import type { Deal } from '../deal.ts'
import { completer, type Diagnostic } from '../diagnostic.ts'
import type { Text } from '../place.ts'
import type { Parsed } from '../read/parse.ts'
import { excerpts, stamp } from '../read/stamp.ts'
import type { Checked, FileRead, Rule, RuleFinding } from '../rule.ts'

/** A run over the files of a folder: each is seen once and let go; what only all of them tell comes at the end. */
export interface Linting {
  /** The findings of one file that reading has not made already. */
  readonly see: (file: Text, parsed: Parsed) => Diagnostic[]
  /** The findings that take several files. */
  readonly end: () => Diagnostic[]
}

/**
 * Begins a run of rules. Rules on a deal wait until its file has no errors: what a claim that could not be read would
 * have said is not known.
 */
export function linting(rules: readonly Rule[]): Linting {
  const gatherers = rules.flatMap((rule) =>
    rule.found.by === 'folder' ? [{ rule, gatherer: rule.found.start() }] : [],
  )
  return {
    see: (file, parsed) => {
      if (!parsed.root) return []
      const read: FileRead = { file, root: parsed.root, comments: parsed.comments }
      const checked = parsed.deal && checkedOf(read, parsed.deal)
      const found = rules.flatMap((rule) => {
        if (rule.found.by === 'file') return stamped(rule, rule.found.in(read))
        if (rule.found.by === 'deal' && checked) return stamped(rule, rule.found.in(checked))
        return []
      })
      if (checked) for (const { gatherer } of gatherers) gatherer.see(checked)
      return stamp(found, parsed.root, excerpts([file]))
    },
    end: () => gatherers.flatMap(({ rule, gatherer }) => stamped(rule, gatherer.end())),
  }
}

/** The terms are compared once, and only where a rule asks. */
function checkedOf(read: FileRead, deal: Deal): Checked {
  let compared: Checked['compared'] | null = null
  return {
    ...read,
    deal,
    get compared() {
      return (compared ??= compareTerms(deal, null))
    },
  }
}

function stamped(rule: Rule, found: Iterable<RuleFinding>): Diagnostic[] {
  const complete = completer()
  return [...found].map((f) => complete({ severity: rule.severity, ...f, rule: rule.id }))
}
