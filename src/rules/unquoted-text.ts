import type { Edit } from '../diagnostic.ts'
import type { Rule } from '../rule.ts'
import type { ScalarNode } from '../tree.ts'
import { cut } from '../words.ts'
import { type Lines, lineAt, linesOf } from './of/lines.ts'
import { mapsOf } from './of/maps.ts'

const textKeys: readonly string[] = ['says', 'quote', 'original']

export const unquotedText: Rule = {
  id: 'unquoted-text',
  severity: 'note',
  summary: 'words that stand without quotation marks',
  why: 'What people say has colons, commas, and "#" in it. Without quotation marks YAML takes them for its own, and words are lost.',
  mends: true,
  bad: {
    yaml: `announced:
  us:
    purchase: { says: China buys rice, act: buy, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
    at: 'China buys rice',
  },
  good: {
    yaml: `announced:
  us:
    purchase: { says: "China buys rice", act: buy, source: us-june }
  china:
    purchase: { act: buy, value: 2 Mt, source: china-june }`,
  },
  found: {
    by: 'file',
    *in({ file, root }) {
      let lines: Lines | null = null
      for (const { map } of mapsOf(root))
        for (const { key, value } of map.entries)
          if (textKeys.includes(key) && value.kind === 'scalar' && value.style === 'plain')
            yield {
              place: value.place,
              args: [key, value.text],
              message: `The text of \`${key}\` stands without quotation marks; expected them around it.`,
              help: `Write ${cut(quoted(value.text))}.`,
              fix: quoting((lines ??= linesOf(file)), value),
            }
    },
  },
}

/** Nothing where text may have been lost behind it: what is quoted then would hide that. */
function quoting(lines: Lines, { place, text }: ScalarNode): Edit[] {
  const rest = lineAt(lines, place.endLine).slice(place.endColumn - 1)
  return /^\s?#/.test(rest) || /^\s+#\S/.test(rest) ? [] : [{ place, text: quoted(text) }]
}

/** The text in quotation marks, such that YAML reads it as it is. */
const quoted = (text: string): string =>
  /["\\]/.test(text) && !/\p{Cc}/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text)
