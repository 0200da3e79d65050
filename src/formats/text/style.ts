import { Chalk } from 'chalk'
import type { Severity } from '../../diagnostic.ts'
import type { Verdict } from '../../verdict.ts'

/** What a run of text is. Never a party: colour only repeats what a word and a glyph beside it say. */
export type Style = Verdict | Severity | 'strong' | 'faint' | 'next' | 'added' | 'removed'

/** Turns a styled run into what the terminal gets; the only place that knows colours. */
export function painter(color: boolean): (text: string, style: Style | undefined) => string {
  const chalk = new Chalk({ level: color ? 1 : 0 })
  const styles: { readonly [style in Style]: (text: string) => string } = {
    contradiction: chalk.bold.red,
    'at-odds': chalk.bold.yellow,
    missing: chalk.bold.magenta,
    differs: chalk.bold.blue,
    unclear: chalk.bold.cyan,
    agree: chalk.bold.green,
    'press-only': chalk.bold,
    error: chalk.bold.red,
    warning: chalk.bold.yellow,
    note: chalk.bold.blue,
    strong: chalk.bold,
    faint: chalk.dim,
    next: chalk.cyan,
    added: chalk.green,
    removed: chalk.red,
  }
  return (text, style) => (style ? styles[style](text) : text)
}
