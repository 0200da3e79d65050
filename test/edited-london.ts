import { readFileSync } from 'node:fs'
import { root } from './terminal.ts'

/** The London deal, and the edits of it that pull requests of the tests make. */

export const london = readFileSync(`${root}/deals/london.yaml`, 'utf8')
export const geneva = readFileSync(`${root}/deals/geneva.yaml`, 'utf8')
export const vocabulary = readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8')

/** An edit that must find its text. */
export function edited(text: string, from: string | RegExp, to: string): string {
  const out = text.replace(from, to)
  if (out === text) throw new Error(`there is no ${from}`)
  return out
}

/** China confirms the figure on which it was silent. */
export const confirmed = edited(
  london,
  '    us-tariff-55:\n      silent: all\n      declined: mfa-06-12\n',
  `    us-tariff-55:
      - { silent: all, declined: mfa-06-12 }
      - says: "the US keeps 55% in all"
        quote: "55 percent"
        value: 55%
        basis: stacked-total
        source: mofcom-06-27
`,
)

/** A step of a ladder on its own: a word that nobody who edits the deal would look at. */
export const splitLadder = edited(
  vocabulary,
  '{ steps: [review applications, approve applications, supply] }',
  '{ steps: [review applications, approve applications] }\n    - { steps: [supply] }',
)
