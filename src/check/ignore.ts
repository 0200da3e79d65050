import { type Diagnostic, diagnosticOf, type Edit, type Finding } from '../diagnostic.ts'
import type { Place, Text } from '../place.ts'
import { excerpts, keysTo } from '../read/stamp.ts'
import type { Rule } from '../rule.ts'
import { baselineStale } from '../rules/baseline-stale.ts'
import { ignoreMalformed } from '../rules/ignore-malformed.ts'
import { ignoreUnused } from '../rules/ignore-unused.ts'
import type { Comment, Node } from '../tree.ts'
import { nearest, orList } from '../words.ts'
import { type Directive, directiveOf } from './directive.ts'
import { detached, type Screened, type Suppressed } from './suppressed.ts'
import { startsWithin, targetOf } from './target.ts'

/** The comments of one file that ignore findings; it holds no more of the file than these. */
export interface Ignores {
  /** Parts what is ignored from what is not, and remembers which comments were of use. */
  readonly screen: (found: readonly Diagnostic[]) => Screened
  /** Whether one of the comments names one of some rules. */
  readonly names: (rules: ReadonlySet<string>) => boolean
  /** What is wrong with the comments themselves: with those that name a rule of which all findings are in by now. */
  readonly end: (isIn: (rule: string) => boolean) => Diagnostic[]
}

/** One rule that a comment names, and what is to be said where it names it in vain. */
interface Ignore {
  readonly rule: string
  readonly reason: string
  readonly target: Place
  readonly vain: Diagnostic
  used: boolean
}

/** What a comment can name: not what is wrong with comments and baselines themselves. */
const suppressing: readonly Rule[] = [ignoreMalformed, ignoreUnused, baselineStale]

/** Reads the comments of a file; the findings that some of them make at once come with them. */
export function ignoresIn(
  file: Text,
  root: Node | null,
  comments: readonly Comment[],
  rules: readonly Rule[],
): { readonly ignores: Ignores; readonly malformed: readonly Diagnostic[] } {
  const directives = comments.map(directiveOf)
  if (directives.every((directive) => directive === null)) return { ignores: none, malformed: [] }
  const lines = file.text.replace(/^\ufeff/, '').split(/\r?\n/)
  const excerpt = excerpts([file])
  const ignores: Ignore[] = []
  const malformed: Diagnostic[] = []
  for (const [i, directive] of directives.entries()) {
    const comment = comments[i]
    if (!comment || !directive) continue
    const target = root ? targetOf(comment, root, lines) : null
    // Where it begins says what it is: with all of its extent it could be taken for what is around it.
    const about = keysTo(root, beginning(target ?? comment.place)).join('/')
    const stamped = (finding: Finding): Diagnostic => ({
      ...diagnosticOf(finding),
      about,
      excerpt: excerpt(finding.place),
    })
    const wrong = (place: Place, args: readonly string[], message: string, help: string | null): Diagnostic =>
      stamped({
        rule: ignoreMalformed.id,
        severity: ignoreMalformed.severity,
        place,
        args,
        message,
        help: help ?? HOW,
      })
    if (directive === 'misspelt') {
      malformed.push(
        wrong(
          comment.place,
          ['misspelt'],
          'A comment looks as if it were to ignore a finding, and ignores none; expected "# dealdiff-ignore".',
          null,
        ),
      )
      continue
    }
    const faults = faultsOf(directive, target, root, rules, wrong)
    malformed.push(...faults.found)
    if (!target || directive.reason === null) continue
    for (const [at, { rule, place }] of directive.named.entries()) {
      const of = faults.sound.get(rule)
      if (!of) continue
      const vain =
        of.severity === 'error'
          ? wrong(
              place,
              ['error', rule],
              `What "${rule}" finds is an error, and errors cannot be ignored; expected a rule that warns.`,
              'Mend what it finds: a file with errors is never compared. Delete the comment.',
            )
          : stamped({
              rule: ignoreUnused.id,
              severity: ignoreUnused.severity,
              place,
              args: [rule],
              message: `Nothing that "${rule}" finds stands where this comment ignores it; expected no comment without a finding.`,
              help: directive.named.length > 1 ? 'Delete the name of the rule.' : 'Delete the comment.',
              fix: [removal(directive, at, lines)],
            })
      ignores.push({ rule, reason: directive.reason, target, vain, used: false })
    }
  }
  return { ignores: ignoring(detached(ignores)), malformed }
}

const beginning = (place: Place): Place => ({ ...place, endLine: place.line, endColumn: place.column })

const HOW =
  'Write "# dealdiff-ignore RULE -- REASON" on the line above, or at the end of the line; several rules with commas between.'

const none: Ignores = {
  screen: (found) => ({ shown: found, suppressed: [] }),
  names: () => false,
  end: () => [],
}

/** What is wrong with a comment, and the rules that it names rightly. */
function faultsOf(
  { comment, named, reason }: Directive,
  target: Place | null,
  root: Node | null,
  rules: readonly Rule[],
  wrong: (place: Place, args: readonly string[], message: string, help: string | null) => Diagnostic,
): { found: Diagnostic[]; sound: Map<string, Rule> } {
  const found: Diagnostic[] = []
  const sound = new Map<string, Rule>()
  if (named.length === 0)
    found.push(
      wrong(
        comment.place,
        ['no rule'],
        'The comment names no rule to ignore; expected one by its name.',
        null,
      ),
    )
  if (reason === null) {
    const names = named.map((n) => n.rule)
    const message = `The comment gives no reason${names.length > 0 ? ` to ignore ${orList(names)}` : ''}; expected one after " -- ".`
    found.push(wrong(comment.place, ['no reason', ...names], message, null))
  }
  for (const { rule, place } of named) {
    const of = rules.find((r) => r.id === rule)
    if (of && !suppressing.some((r) => r.id === rule)) sound.set(rule, of)
    else if (of) {
      const message = `"${rule}" is about comments and baselines, and no comment ignores it; expected another rule.`
      found.push(wrong(place, ['not to be ignored', rule], message, 'Mend what it finds.'))
    } else {
      const near = nearest(
        rule,
        rules.map((r) => r.id),
      )
      const message = `There is no rule ${orList([rule])}; expected the name of one.`
      const help = near ? `Did you mean "${near}"?` : '`dealdiff rules` lists them; commas part several.'
      found.push(wrong(place, ['unknown rule', rule], message, help))
    }
  }
  if (root && !target) {
    const where = comment.alone ? 'below this comment' : 'on the line of this comment'
    const message = `Nothing begins ${where}, so that it ignores nothing; expected a key or an item of a list.`
    found.push(wrong(comment.place, ['nothing after it', ...named.map((n) => n.rule)], message, HOW))
  }
  return { found, sound }
}

/** The edit that takes the name of a rule out of a comment; with the only one the comment goes, and with it its line. */
function removal({ comment, named }: Directive, at: number, lines: readonly string[]): Edit {
  const { place, alone } = comment
  const [here, after, before] = [named[at], named[at + 1], named[at - 1]]
  if (here && after) return cut({ ...here.place, endColumn: after.place.column })
  if (here && before) return cut({ ...here.place, column: before.place.endColumn })
  if (alone && place.line < lines.length)
    return cut({ ...place, column: 1, endLine: place.line + 1, endColumn: 1 })
  const kept = (lines[place.line - 1] ?? '').slice(0, place.column - 1).trimEnd()
  return cut({ ...place, column: kept.length + 1 })
}

const cut = (place: Place): Edit => ({ place, text: '' })

/** Apart from where the file is read: what is kept until the end of the run must not keep the file. */
const ignoring = (ignores: readonly Ignore[]): Ignores => ({
  screen: (found) => {
    const shown: Diagnostic[] = []
    const suppressed: Suppressed[] = []
    for (const finding of found) {
      // Of several, the nearest: it was written for this one.
      const by =
        finding.severity === 'error'
          ? undefined
          : ignores.findLast((i) => i.rule === finding.rule && startsWithin(finding.place, i.target))
      if (by) {
        by.used = true
        suppressed.push({ by: 'comment', reason: by.reason, finding })
      } else shown.push(finding)
    }
    return { shown, suppressed }
  },
  names: (rules) => ignores.some((i) => rules.has(i.rule)),
  end: (isIn) => ignores.filter((i) => !i.used && isIn(i.rule)).map((i) => i.vain),
})
