import type { Verdict } from '../../verdict.ts'

/** The signs of the screens: a comment has no colour either. */
export const glyphs: { readonly [verdict in Verdict]: string } = {
  contradiction: '✗',
  'at-odds': '≠',
  missing: '○',
  differs: '~',
  unclear: '?',
  agree: '=',
  'press-only': '·',
}
