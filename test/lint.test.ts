import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linting } from '../src/check/lint.ts'
import { passOver } from '../src/check/pass.ts'
import { identityOf } from '../src/check/suppressed.ts'
import type { Diagnostic } from '../src/diagnostic.ts'
import type { Text } from '../src/place.ts'
import { facetKeys } from '../src/read/deal-file.ts'
import { parseDeal, parseVocabularies } from '../src/read/parse.ts'
import { rules } from '../src/rules/index.ts'
import { houseOrder } from '../src/rules/of/house-order.ts'
import { sampleText } from '../src/rules/sample.ts'
import { dealSchema } from '../src/schema.ts'
import { ordinaryWords } from './small-deal.ts'
import { root } from './terminal.ts'

/** Hard cases of each rule: above all what must not be found. The plain ones are the rules' own examples. */

const words = parseVocabularies([{ path: 'vocabulary.yaml', text: ordinaryWords }])

/** What the rules find in some files of one folder; reading must find no error in them unless it is said. */
function lintFiles(files: readonly Text[], broken = false): Diagnostic[] {
  const run = linting(rules)
  const found = files.flatMap((file) => {
    const parsed = parseDeal(file, words)
    const errors = parsed.diagnostics.filter((d) => d.severity === 'error')
    if (!broken) expect(errors.map((d) => `${d.place.line}: ${d.message}\n${file.text}`)).toEqual([])
    return run.see(file, parsed)
  })
  return [...found, ...run.end(() => !broken)]
}
/** The findings of one rule in a small deal, of which only these sections are given. */
const lint = (rule: string, yaml: string): Diagnostic[] =>
  lintFiles([{ path: 'rice.yaml', text: sampleText({ yaml }).text }]).filter((d) => d.rule === rule)
/** The text at which a finding stands. */
const textAt = ({ place, excerpt }: Diagnostic): string | undefined =>
  place.line === place.endLine
    ? excerpt?.slice(place.column - 1, place.endColumn - 1)
    : excerpt?.slice(place.column - 1)

const source = (id: string, keys: string): string =>
  `  ${id}: { by: X, issuer: X, read: whole, seen: { copy: original }, ${keys} }\n`
const sources = (...more: readonly string[]): string =>
  `sources:\n${source('us-june', 'party: us, kind: minister, date: 2025-06-11')}${source('china-june', 'party: china, kind: minister, date: 2025-06-12')}${more.join('')}`
/** What two sides say of one term, in flow style. */
const sides = (us: string, china: string, more = ''): string =>
  `announced:\n  us:\n    purchase: ${us.startsWith('[') ? us : `{ ${us} }`}\n  china:\n    purchase: ${china.startsWith('[') ? china : `{ ${china} }`}\n${more}`
const us = 'source: us-june'
const china = 'source: china-june'

/** Three sides, each with a statement. */
const three = `parties: { us: US, china: China, japan: Japan }\n${sources(source('japan-june', 'party: japan, kind: minister, date: 2025-06-13'))}`
const japan = 'source: japan-june'
const reported = (keys: string): string =>
  `reported: [{ term: purchase, source: paper, ${keys} }]\n${sources('  paper: { by: X, kind: press, date: 2025-06-13 }\n')}`

/** A rule, the sections of a deal, and the texts at which it finds something. */
type Row = readonly [name: string, yaml: string, at: readonly string[]]
const table: Readonly<Record<string, readonly Row[]>> = {
  'denial-without-quote': [
    ['a bound is no denial', sides(`act: buy, value: not less than 2 Mt, ${us}`, `act: buy, ${china}`), []],
    ['neither is `except`', sides(`act: buy, except: gallium, ${us}`, `act: buy, ${china}`), []],
    ['a denial with its words', sides(`quote: "no", act: not buy, ${us}`, `act: buy, ${china}`), []],
    [
      'the word that is denied',
      sides(`scope: [magnets, not gallium], ${us}`, `act: buy, ${china}`),
      ['not gallium'],
    ],
    ['a floor', sides(`act: keep, ${us}`, `act: suspend, ${china}`), []],
    [
      'no commitment',
      sides(`act: buy, stance: no commitment, ${us}`, `act: buy, ${china}`),
      ['no commitment'],
    ],
    [
      'a joint text, once',
      `${sources(source('both', 'party: [us, china], kind: text, date: 2025-06-12'))}jointly: { purchase: { act: only suspend, source: both } }\nannounced: {}`,
      ['only suspend'],
    ],
    [
      'what the press says',
      `${sides(`act: buy, ${us}`, `act: buy, ${china}`)}reported:\n  - { term: purchase, attributed: none, act: not buy, source: paper }\n${sources('  paper: { by: X, date: 2025-06-13 }\n')}`,
      [],
    ],
  ],
  'long-quote': [
    ['twelve words', sides(`quote: "a b c d e f g h i j k l", ${us}, act: buy`, `act: buy, ${china}`), []],
    [
      'signs are no words',
      sides(`quote: "a – b … c d e f g h i j k l", ${us}, act: buy`, `act: buy, ${china}`),
      [],
    ],
    [
      '24 Chinese characters',
      sides(`quote: "${'中'.repeat(24)}", ${us}, act: buy`, `act: buy, ${china}`),
      [],
    ],
    [
      '25',
      sides(`quote: "${'中'.repeat(25)}", ${us}, act: buy`, `act: buy, ${china}`),
      [`"${'中'.repeat(25)}"`],
    ],
    [
      'of a silence',
      sides(`act: buy, ${us}`, `general: china-june, quote: "a b c d e f g h i j k l m"`),
      ['"a b c d e f g h i j k l m"'],
    ],
    [
      'a word of the vocabulary named quote',
      `words: { conditions: { quote: "a b c d e f g h i j k l m" } }`,
      [],
    ],
  ],
  'source-unknown': [
    [
      'press needs no issuer',
      sources(
        '  paper: { by: The Paper, kind: press, date: 2025-06-13, read: part, seen: { copy: original } }\n',
      ),
      [],
    ],
    [
      'press that nobody saw',
      sources('  paper: { by: The Paper, kind: press, date: 2025-06-13, read: part }\n'),
      ['paper'],
    ],
    [
      'one without issuer',
      sources(
        '  us-july: { party: us, by: X, kind: minister, date: 2025-07-01, read: part, seen: { copy: report } }\n',
      ),
      ['us-july'],
    ],
    [
      'two without issuer are one note',
      sources(
        ...['a', 'b'].map(
          (id) =>
            `  ${id}: { party: us, by: X, kind: minister, date: 2025-07-01, read: part, seen: { copy: report } }\n`,
        ),
      ),
      ['sources'],
    ],
  ],
  'unused-source': [
    [
      'searched: all',
      `${sources(source('china-july', 'party: china, kind: minister, date: 2025-07-01'))}${sides(`act: buy, ${us}`, 'silent: all')}`,
      [],
    ],
    [
      'asked for by a conversion',
      `${sources(source('rates', 'party: us, kind: text, date: 2025-06-01'))}conversions: [{ that: 1 GBP, is: 1.35 USD, source: rates }]`,
      [],
    ],
    [
      'noted by',
      `${sources('  paper: { by: X, kind: press, date: 2025-06-13 }\n')}${sides(`act: buy, ${us}`, 'silent: all, noted-by: paper')}`,
      [],
    ],
  ],
  'unused-word': [
    [
      'a parent of a used word',
      `words: { axes: { goods: { grain: [rice] } } }\n${sides(`act: buy, scope: rice, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'the topmost of an unused branch',
      `words: { axes: { goods: { grain: { rice: [basmati] } } } }`,
      ['grain'],
    ],
    [
      'a word that joins two used ones',
      `words: { axes: { buyers: { state firms: [state mills], mills: [state mills] } } }\n${sides(`act: buy, scope: state firms, ${us}`, `act: buy, scope: mills, ${china}`)}`,
      [],
    ],
    [
      'spelled with a hyphen',
      `words: { axes: { goods: [long grain] } }\n${sides(`act: buy, scope: { goods: Long-Grain }, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'in `not`',
      `words: { axes: { goods: [rice] } }\n${sides(`quote: "no", act: buy, scope: { not: rice }, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'in `says` only',
      `words: { axes: { goods: [rice] } }\n${sides(`says: "rice", act: buy, ${us}`, `act: buy, ${china}`)}`,
      ['rice'],
    ],
    [
      'within a longer word',
      `words: { axes: { goods: [rice] } }\n${sides(`act: buy, scope: rare earths, ${us}`, `act: buy, ${china}`)}`,
      ['rice'],
    ],
    [
      'a ladder with one used step',
      `words: { ladders: { act: [{ steps: [order, take], floor: refuse }] } }\n${sides(`act: take, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    ['a ladder without', `words: { ladders: { act: [{ steps: [order, take] }] } }`, ['order']],
    [
      'opposites',
      `words: { opposites: [[take, leave]] }\n${sides(`act: leave, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'a basis of a conversion alone',
      `words: { bases: { net: {} } }\nconversions: [{ that: net, is: total + 5 pp, source: us-june }]`,
      [],
    ],
    [
      'a basis that a term assumes',
      `words: { bases: { net: {} } }\nterms: { purchase: { title: X, assume: { basis: net } } }`,
      [],
    ],
    [
      'an event in a time',
      `words: { events: { harvest ends: it ends } }\n${sides(`act: buy, end: 90 days from harvest ends, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'an event in a sequence',
      `words: { events: { harvest ends: it ends } }\n${sides(`act: buy, sequence: with or after harvest ends, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'a unit',
      `words: { units: { ships: count, barges: count } }\n${sides(`act: buy, value: 12 ships, ${us}`, `act: buy, ${china}`)}`,
      ['barges'],
    ],
    [
      'a vague word',
      `words: { vague: [fine rice, good rice] }\n${sides(`act: buy, scope: fine rice, ${us}`, `act: buy, ${china}`)}`,
      ['good rice'],
    ],
    [
      'what the press says',
      `words: { axes: { goods: [rice] } }\n${sources('  paper: { by: X, date: 2025-06-13 }\n')}reported: [{ term: purchase, attributed: none, scope: rice, source: paper }]`,
      [],
    ],
    [
      'conditions',
      `words: { conditions: { rains: it rains, shines: it shines }, compatible: [[rains, shines]] }\n${sides(`act: buy, conditions: [rains], ${us}`, `act: buy, ${china}`)}`,
      ['shines'],
    ],
  ],
  'unclaimed-term': [
    [
      'what only the press says',
      `${sources('  paper: { by: X, date: 2025-06-13 }\n')}announced: {}\nreported: [{ term: purchase, attributed: none, act: buy, source: paper }]`,
      [],
    ],
    [
      'silences alone',
      'announced: { us: { purchase: { silent: all } } }\nterms: { purchase: { title: X } }',
      ['purchase'],
    ],
  ],
  'silence-missing': [
    [
      'all statements of a party that has none',
      `sources:\n${source('us-june', 'party: us, kind: minister, date: 2025-06-11')}${sides(`act: buy, ${us}`, 'silent: all')}`,
      ['all'],
    ],
    [
      'none, but the press noted it',
      `sources:\n${source('us-june', 'party: us, kind: minister, date: 2025-06-11')}${'  paper: { by: X, kind: press, date: 2025-06-13 }\n'}${sides(`act: buy, ${us}`, 'silent: all, noted-by: paper')}`,
      [],
    ],
    [
      'none, and no matter of theirs',
      `sources:\n${source('us-june', 'party: us, kind: minister, date: 2025-06-11')}${sides(`act: buy, ${us}`, 'silent: all, not-applicable: true')}`,
      [],
    ],
    [
      'none but a joint text',
      `sources:\n${source('us-june', 'party: us, kind: minister, date: 2025-06-11')}${source('both', 'party: [us, china], kind: text, date: 2025-06-12')}${sides(`act: buy, ${us}`, 'silent: all')}`,
      [],
    ],
    ['no matter of theirs', sides(`act: buy, ${us}`, 'not-applicable: true'), []],
    [
      'a term between others',
      `parties: { us: US, china: China, japan: Japan }\nterms: { purchase: { title: X, between: [us, china] } }`,
      [],
    ],
    ['a term of which nobody speaks', 'announced: {}', []],
    [
      'of what the press says',
      `terms: { purchase: { title: X } }\n${sources('  paper: { by: X, date: 2025-06-13 }\n')}announced: { us: { purchase: { silent: all } } }\nreported: [{ term: purchase, attributed: none, act: buy, source: paper }]`,
      ['purchase'],
    ],
  ],
  'stale-silence': [
    [
      'a first claim that a later one superseded',
      `${sources(source('us-july', 'party: us, kind: minister, date: 2025-07-01'))}${sides(`[{ act: buy, ${us} }, { act: buy, value: 2 Mt, supersedes: true, source: us-july }]`, 'silent: china-june')}`,
      [],
    ],
    [
      'one older than what was superseded, too',
      `${sources(source('us-july', 'party: us, kind: minister, date: 2025-07-01'), source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`[{ act: buy, value: 2 Mt, supersedes: true, source: us-july }, { act: buy, ${us} }]`, 'silent: china-10')}`,
      ['china-10'],
    ],
    [
      'on the same day',
      `${sources(source('china-11', 'party: china, kind: minister, date: 2025-06-11'))}${sides(`act: buy, ${us}`, 'silent: china-11')}`,
      [],
    ],
    [
      'one of two is late enough',
      `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`act: buy, ${us}`, 'silent: [china-10, china-june]')}`,
      [],
    ],
    [
      'in a month that may be later',
      `${sources(source('china-m', 'party: china, kind: minister, date: 2025-06'))}${sides(`act: buy, ${us}`, 'silent: china-m')}`,
      [],
    ],
    [
      'who came to announce it',
      `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`act: buy, ${us}`, `[{ silent: china-10 }, { act: buy, ${china} }]`)}`,
      [],
    ],
    [
      'words that only name the topic',
      `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`act: buy, ${us}`, 'general: china-10, quote: "trade"')}`,
      [],
    ],
    [
      'nothing to answer',
      `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}announced: { china: { purchase: { silent: china-10 } } }`,
      [],
    ],
    [
      'declined too early',
      `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`act: buy, ${us}`, 'declined: china-10')}`,
      ['china-10'],
    ],
    ['all of them', `${sources()}${sides('silent: all', `act: buy, ${china}`)}`, ['all']],
  ],
  'silent-obligor': [
    [
      'who is silent on what the other does',
      `terms: { purchase: { title: X, obligor: us } }\n${sides(`act: buy, ${us}`, 'silent: all')}`,
      [],
    ],
    [
      'a position',
      `terms: { purchase: { title: X, obligor: china, nature: position } }\n${sides(`act: buy, ${us}`, 'silent: all')}`,
      [],
    ],
    ['the answer to a denial', sides(`quote: "no", act: not buy, ${us}`, 'silent: all'), []],
    ['of which no silence is recorded', `announced: { us: { purchase: { act: buy, ${us} } } }`, []],
    ['who said it', sides(`act: buy, ${us}`, `act: buy, ${china}`), []],
  ],
  'mirror-missing': [
    [
      'two subjects',
      mirror('obligor: china, topic: x, subject: corn', 'obligor: china, topic: x, subject: rice'),
      [],
    ],
    [
      'one subject, spelled in two ways',
      mirror(
        'obligor: china, topic: x, subject: Rice trade',
        'obligor: china, topic: x, subject: rice-trade',
      ),
      ['other'],
    ],
    [
      'a subject of one alone',
      mirror('obligor: china, topic: x, subject: corn', 'obligor: china, topic: x'),
      ['other'],
    ],
    [
      'a demand and a commitment',
      mirror('obligor: china, topic: x, nature: demand', 'obligor: china, topic: x'),
      [],
    ],
    [
      'a claim that is a demand by itself',
      mirror('obligor: china, topic: x', 'obligor: china, topic: x').replace(
        `act: buy, ${china}`,
        `nature: demand, act: buy, ${china}`,
      ),
      [],
    ],
    [
      'no matter of the other side',
      mirror('obligor: china, topic: x', 'obligor: china, topic: x').replace(
        'silent: all',
        'not-applicable: true',
      ),
      [],
    ],
    ['two of three against the third', trio(['us', 'china'], ['japan']), ['other']],
    ['the third against two of three', trio(['japan'], ['us', 'china']), ['other']],
    ['one against another of three', trio(['us'], ['japan']), ['other']],
    ['a side that announced both', trio(['us', 'china'], ['china', 'japan']), []],
    ['what all three announced', trio(['us', 'china', 'japan'], ['japan']), []],
    ['the one not between who announced the other', trio(['us'], ['japan'], 'between: [us, china]'), []],
    ['nor the other way', trio(['us'], ['japan'], '', 'between: [china, japan]'), []],
    ['between others', trio(['us'], ['japan'], 'between: [us, china]', 'between: [china, japan]'), []],
    ['the same side twice', mirror('obligor: china, topic: x', 'obligor: china, topic: x', true), []],
    ['another topic', mirror('obligor: china, topic: x', 'obligor: china, topic: y'), []],
    ['another obligor', mirror('obligor: china, topic: x', 'obligor: us, topic: x'), []],
    ['no topic', mirror('obligor: china', 'obligor: china'), []],
    ['no obligor', mirror('topic: x', 'topic: x'), []],
    [
      'obligors in another order',
      mirror('obligor: [us, china], topic: Farm Goods', 'obligor: [china, us], topic: farm-goods'),
      ['other'],
    ],
  ],
  'one-sided-limit': [
    [
      '`only` on a scope',
      sides(`act: supply, ${us}`, `act: supply, scope: only military users, ${china}`),
      ['only military users'],
    ],
    [
      'two figures that clash, one of them for some',
      sides(`value: 10%, basis: total, scope: military users, ${us}`, `value: 15%, basis: total, ${china}`),
      ['military users'],
    ],
    [
      'a denial of all, against a promise for some',
      sides(`act: buy, scope: civilian users, ${us}`, `quote: "no", act: not buy, ${china}`),
      ['civilian users'],
    ],
    [
      'a stance that denies all',
      sides(`act: buy, scope: civilian users, ${us}`, `quote: "no", act: buy, stance: shall not, ${china}`),
      ['civilian users'],
    ],
    [
      'a condition',
      sides(`act: buy, conditions: leaders approval, ${us}`, `quote: "no", act: not buy, ${china}`),
      ['leaders approval'],
    ],
    [
      'no condition, said in words',
      sides(`act: buy, conditions: none, ${us}`, `quote: "no", act: not buy, ${china}`),
      [],
    ],
    [
      'a scope and a condition',
      sides(
        `act: buy, scope: magnets, conditions: leaders approval, ${us}`,
        `quote: "no", act: not buy, ${china}`,
      ),
      ['magnets', 'leaders approval'],
    ],
    ['a clash without any limit', sides(`act: buy, ${us}`, `quote: "no", act: not buy, ${china}`), []],
    [
      'a clash for one limit',
      sides(`act: buy, scope: magnets, ${us}`, `quote: "no", act: not buy, scope: magnets, ${china}`),
      [],
    ],
    [
      'a limit that the term assumes for the other',
      `terms: { purchase: { title: X, assume: { scope: magnets } } }\n${sides(`act: buy, scope: magnets, ${us}`, `quote: "no", act: not buy, ${china}`)}`,
      [],
    ],
    [
      'another part that clashes without a limit',
      sides(
        `[{ part: a, act: buy, scope: magnets, ${us} }, { part: b, act: buy, ${us} }]`,
        `quote: "no", act: not buy, ${china}`,
      ),
      [],
    ],
    [
      'two parts, each with its limit',
      sides(
        `[{ part: a, act: buy, scope: magnets, ${us} }, { part: b, act: buy, scope: gallium, ${us} }]`,
        `quote: "no", act: not buy, ${china}`,
      ),
      ['magnets', 'gallium'],
    ],
    [
      'against two others, once',
      `${three}${sides(`act: buy, scope: magnets, ${us}`, `quote: "no", act: not buy, ${china}`, `  japan: { purchase: { quote: "no", act: not buy, ${japan} } }`)}`,
      ['magnets'],
    ],
    ['no clash behind it', sides(`act: buy, ${us}`, `act: buy, scope: military users, ${china}`), []],
    [
      'a doubt of another kind',
      sides(`act: supply, ${us}`, `quote: "no", act: not meet, scope: military users, ${china}`),
      [],
    ],
    [
      'a denial for some',
      sides(`act: supply, ${us}`, `quote: "no", act: not supply, scope: military users, ${china}`),
      ['military users'],
    ],
    [
      '`not` on a scope',
      sides(`act: supply, ${us}`, `quote: "no", act: supply, scope: not military users, ${china}`),
      ['not military users'],
    ],
    [
      'both name a limit',
      sides(`act: supply, scope: magnets, ${us}`, `quote: "no", act: not supply, scope: gallium, ${china}`),
      [],
    ],
    [
      'a hedge is what makes it unclear',
      sides(
        `act: supply, force: hopes, ${us}`,
        `quote: "no", act: not supply, scope: military users, ${china}`,
      ),
      [],
    ],
  ],
  'against-itself': [
    [
      'a figure of higher rank later',
      sides(
        `[{ act: buy, value: 2 Mt, source: talk }, { act: buy, value: 2 Mt, ${us} }]`,
        `act: buy, ${china}`,
        sources(source('talk', 'party: us, kind: spokesperson, date: 2025-06-10')),
      ),
      [],
    ],
    [
      'what supersedes',
      sides(
        `[{ act: buy, value: 2 Mt, source: talk }, { act: buy, value: 3 Mt, supersedes: true, ${us} }]`,
        `act: buy, ${china}`,
        sources(source('talk', 'party: us, kind: spokesperson, date: 2025-06-10')),
      ),
      [],
    ],
    [
      'two parts',
      sides(
        `[{ part: a, value: yes, ${us} }, { part: b, quote: "no", value: no, ${us} }]`,
        `act: buy, ${china}`,
      ),
      [],
    ],
    [
      'a no and a yes',
      sides(
        `[{ value: yes, source: talk }, { quote: "no", value: no, ${us} }]`,
        `act: buy, ${china}`,
        sources(source('talk', 'party: us, kind: spokesperson, date: 2025-06-10')),
      ),
      ['no'],
    ],
    [
      'a claim that goes with none of two',
      sides(
        `[{ value: 1 Mt, source: talk }, { value: 1 Mt, source: talk }, { value: 3 Mt, ${us} }]`,
        `act: buy, ${china}`,
        sources(source('talk', 'party: us, kind: minister, date: 2025-06-10')),
      ),
      ['3 Mt'],
    ],
  ],
  'figure-without-basis': [
    [
      'against two others, once',
      `${three}${sides(`value: 10%, basis: total, ${us}`, `value: 12%, ${china}`, `  japan: { purchase: { value: 12%, basis: level, ${japan} } }`)}`,
      ['12%'],
    ],
    [
      'two of three',
      `${three}${sides(`value: 10%, basis: total, ${us}`, `value: 12%, ${china}`, `  japan: { purchase: { value: 13%, ${japan} } }`)}`,
      ['12%', '13%'],
    ],
    [
      'another unit',
      sides(`act: buy, value: 2 Mt, ${us}`, `act: buy, value: 10%, basis: total, ${china}`),
      [],
    ],
    [
      'the term assumes it',
      `terms: { purchase: { title: X, assume: { basis: total } } }\n${sides(`value: 10%, ${us}`, `value: 12%, basis: total, ${china}`)}`,
      [],
    ],
    [
      'parts that do not meet',
      sides(`part: a, value: 10%, ${us}`, `part: b, value: 12%, basis: total, ${china}`),
      [],
    ],
    ['neither has one', sides(`value: 10%, ${us}`, `value: 12%, ${china}`), []],
    ['no figure', sides(`value: yes, ${us}`, `value: 12%, basis: total, ${china}`), []],
  ],
  'percent-for-points': [
    [
      'one side in two units',
      sides(`[{ value: 24%, ${us} }, { value: 24 pp, ${us} }]`, `act: buy, ${china}`),
      ['24%'],
    ],
    [
      'one side, mended by what supersedes',
      `${sources(source('us-july', 'party: us, kind: minister, date: 2025-07-01'))}${sides(`[{ value: 24%, ${us} }, { value: 24 pp, supersedes: true, source: us-july }]`, `act: buy, ${china}`)}`,
      [],
    ],
    ...[
      ['another number', 'value: 10%', 'value: 24 pp'],
      ['another basis', 'value: 24%, basis: level', 'value: 24 pp, basis: change'],
      ['another part', 'part: a, value: 24%', 'part: b, value: 24 pp'],
      ['a part and the rest', 'part: a, value: 24%', 'value: 24 pp'],
      ['another act', 'act: keep, value: 24%', 'act: suspend, value: 24 pp'],
      ['another kind', 'nature: demand, value: 24%', 'value: 24 pp'],
    ].map(([name, one, other]): Row => [
      `one side: ${name}`,
      sides(`[{ ${one}, ${us} }, { ${other}, ${us} }]`, `act: meet, ${china}`),
      [],
    ]),
    [
      'what the press says of a party',
      `${sides(`value: 24 pp, ${us}`, `act: buy, ${china}`)}${reported('attributed: us, value: 24%')}`,
      ['24%'],
    ],
    [
      'what is announced, where the press says points',
      `${sides(`value: 24%, ${us}`, `act: buy, ${china}`)}${reported('attributed: [us, china], value: 24 pp')}`,
      ['24%'],
    ],
    [
      'the press, of one that announced nothing',
      `${sides(`value: 24 pp, ${us}`, 'silent: all')}${reported('attributed: china, value: 24%')}`,
      ['24%'],
    ],
    [
      'the press, of another than who said it',
      `${sides(`value: 24 pp, ${us}`, `value: 10 pp, ${china}`)}${reported('attributed: china, value: 24%')}`,
      [],
    ],
    ...[
      ['another scope', 'scope: gallium, value: 24%', 'scope: magnets, value: 24 pp'],
      ['another period', 'value: 24%, period: 2025', 'value: 24 pp, period: 2026'],
      ['another part', 'part: a, value: 24%', 'part: b, value: 24 pp'],
    ].map(([name, one, other]): Row => [
      `the press, of ${name}`,
      `${sides(`${other}, ${us}`, `act: meet, ${china}`)}${reported(`attributed: us, ${one}`)}`,
      [],
    ]),
    [
      'the press, of a scope that meets',
      `${sides(`scope: magnets, value: 24 pp, ${us}`, `act: meet, ${china}`)}${reported('attributed: us, value: 24%')}`,
      ['24%'],
    ],
    [
      'the press, of no part by name',
      `${sides(`part: a, value: 24 pp, ${us}`, `act: meet, ${china}`)}${reported('attributed: us, value: 24%')}`,
      ['24%'],
    ],
    [
      'the press, with another number',
      `${sides(`value: 24 pp, ${us}`, `act: buy, ${china}`)}${reported('attributed: us, value: 10%')}`,
      [],
    ],
    [
      'against two others, once',
      `${three}${sides(`value: 24%, ${us}`, `value: 24 pp, ${china}`, `  japan: { purchase: { value: 24 pp, ${japan} } }`)}`,
      ['24%'],
    ],
    [
      'a level and a change',
      sides(`value: 10%, basis: level, ${us}`, `value: 10 pp, basis: change, ${china}`),
      [],
    ],
    ['another number, no basis', sides(`value: 10%, ${us}`, `value: 24 pp, ${china}`), []],
    [
      'one basis',
      sides(`value: 10%, basis: change, ${us}`, `value: 24 pp, basis: change, ${china}`),
      ['10%'],
    ],
    [
      'the same number, a basis on the points',
      sides(`value: 24%, ${us}`, `value: 24 pp, basis: change, ${china}`),
      ['24%'],
    ],
    [
      'a basis that counts points',
      `words: { bases: { cut points: {} } }\n${sides(`value: 24%, basis: cut points, ${us}`, `act: buy, ${china}`)}`,
      ['24%'],
    ],
    [
      'points of sale',
      `words: { bases: { points of sale: { says: "taxes at all points of sale" } } }\n${sides(`value: 24%, basis: points of sale, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
    [
      'points in points',
      `words: { bases: { cut points: {} } }\n${sides(`value: 24 pp, basis: cut points, ${us}`, `act: buy, ${china}`)}`,
      [],
    ],
  ],
  'claim-after-close': [
    ['that day', 'record-closes: 2025-06-12', []],
    ['that month', 'record-closes: 2025-06', []],
    [
      'a month that had begun',
      `record-closes: 2025-06-15\n${sources(source('m', 'party: us, kind: minister, date: 2025-06'))}`,
      [],
    ],
    [
      'the month after',
      `record-closes: 2025-06-15\n${sources(source('m', 'party: us, kind: minister, date: 2025-07'))}`,
      ['2025-07'],
    ],
    [
      'an instant',
      `record-closes: 2025-06-12\n${sources(source('m', 'party: us, kind: minister, date: 2025-06-12 23:00 -05:00'))}`,
      [],
    ],
    ['no close', sources(source('m', 'party: us, kind: minister, date: 2030-01-01')), []],
  ],
  'silence-without-words': [
    ['with its words', sides(`act: buy, ${us}`, 'general: china-june, quote: "trade"'), []],
    ['a silence alone', sides(`act: buy, ${us}`, 'silent: all'), []],
  ],
  'not-between': [
    [
      'a silence',
      `parties: { us: US, china: China, japan: Japan }\nterms: { purchase: { title: X, between: [us, china] } }\n${sources(source('j', 'party: japan, kind: leader, date: 2025-06-12'))}${sides(`act: buy, ${us}`, `act: buy, ${china}`, '  japan: { purchase: { silent: j } }')}`,
      [],
    ],
    [
      'a joint text',
      `parties: { us: US, china: China, japan: Japan }\nterms: { purchase: { title: X, between: [us, china] } }\n${sources(source('j', 'party: [us, china, japan], kind: text, date: 2025-06-12'))}jointly: { purchase: { act: buy, source: j } }`,
      [],
    ],
  ],
  'unquoted-text': [
    ['single quotes', sides(`says: 'it''s', act: buy, ${us}`, `act: buy, ${china}`), []],
    [
      'a block of text',
      `announced:\n  us:\n    purchase:\n      says: >\n        it buys\n      source: us-june`,
      [],
    ],
    ['a title', `title: Rice for all`, []],
    ['of a basis', 'words: { bases: { net: { says: all in all } } }', ['all in all']],
  ],
  'key-order': [
    ['names that the file chooses', `terms:\n  z: { title: X }\n  a: { title: X }\nannounced: {}`, []],
    [
      'axes of a scope',
      sides(`act: buy, scope: { users: military users, goods: gallium }, ${us}`, `act: buy, ${china}`),
      [],
    ],
    [
      'the one key that moved',
      sides(`source: us-june, says: "x", act: buy, value: 2 Mt`, `act: buy, ${china}`),
      ['source'],
    ],
    [
      'one finding a map',
      sides(`source: us-june, value: 2 Mt, act: buy, says: "x"`, `act: buy, ${china}`),
      ['value'],
    ],
  ],
}

/** Two terms, each announced by one side alone. */
function mirror(first: string, second: string, sameSide = false): string {
  const [a, b] = [`act: buy, ${us}`, 'silent: all']
  const other = sameSide ? [`act: buy, ${us}`, 'silent: all'] : ['silent: all', `act: buy, ${china}`]
  return `terms:\n  purchase: { title: X, ${first} }\n  other: { title: Y, ${second} }\nannounced:\n  us: { purchase: { ${a} }, other: { ${other[0]} } }\n  china: { purchase: { ${b} }, other: { ${other[1]} } }`
}

/** Two terms of one obligor and topic among three parties, and who announced which. */
function trio(first: readonly string[], second: readonly string[], a = '', b = ''): string {
  const entry = (party: string, by: readonly string[]): string =>
    by.includes(party) ? `{ act: buy, source: ${party}-june }` : '{ silent: all }'
  const told = ['us', 'china', 'japan'].map(
    (party) => `  ${party}: { purchase: ${entry(party, first)}, other: ${entry(party, second)} }`,
  )
  const term = (name: string, keys: string): string =>
    `  ${name}: { title: X, obligor: china, topic: x${keys === '' ? '' : `, ${keys}`} }`
  return `${three}terms:\n${term('purchase', a)}\n${term('other', b)}\nannounced:\n${told.join('\n')}`
}

describe.each(Object.entries(table))('%s', (rule, rows) => {
  it.each(rows)('%s', (_, yaml, at) => {
    // Sections of the small deal follow the given ones, so that these come first.
    const found = lint(rule, yaml)
    // A rule's first finding in the given sections is at issue; the scaffold's own keys are no example.
    const own = rule === 'key-order' ? found.filter((d) => d.about !== '' && d.about.includes('/')) : found
    expect(own.map(textAt)).toEqual(at)
  })
})

describe('what a finding is known by', () => {
  /** What a baseline tells a finding by, of the only finding of a rule in a deal. */
  const idOf = (rule: string, yaml: string): string => {
    const [found, ...more] = lint(rule, yaml)
    expect(more).toEqual([])
    if (!found) throw new Error(`nothing is found in ${yaml}`)
    return identityOf(found)
  }
  const denial = (keys: string): string => sides(`${keys}, ${us}`, `act: buy, ${china}`)
  const dated = (day: string): string =>
    `record-closes: 2025-06-30\n${sources(source('us-july', `party: us, kind: minister, date: ${day}`))}`
  const unknown = (keys: string): string =>
    sources(`  us-july: { party: us, by: X, issuer: X, date: 2025-07-01${keys} }\n`)
  const twice = (first: string, second: string): string =>
    sides(`[{ value: ${first}, source: us-june }, { value: ${second}, source: us-june }]`, 'silent: all')
  const quote = (last: string): string => denial(`quote: "a b c d e f g h i j k l ${last}", act: buy`)

  it.each([
    ['denial-without-quote', denial('act: not buy'), denial('act: not sell')],
    ['denial-without-quote', denial('act: not buy, value: 1 Mt'), denial('act: not buy, value: none')],
    ['denial-without-quote', denial('scope: not gallium'), denial('scope: only gallium')],
    [
      'denial-without-quote',
      denial('scope: [magnets, not gallium]'),
      denial('scope: [magnets, not germanium]'),
    ],
    ['long-quote', quote('m'), quote('n')],
    ['claim-after-close', dated('2025-07-01'), dated('2025-07-02')],
    ['unquoted-text', denial('says: it buys'), denial('says: it sells')],
    [
      'percent-for-points',
      sides(`value: 24%, ${us}`, `value: 24 pp, ${china}`),
      sides(`value: 34%, ${us}`, `value: 34 pp, ${china}`),
    ],
    [
      'figure-without-basis',
      sides(`value: 24%, ${us}`, `value: 10%, basis: total, ${china}`),
      sides(`value: 34%, ${us}`, `value: 10%, basis: total, ${china}`),
    ],
    [
      'figure-without-basis',
      sides(`value: 24%, ${us}`, `value: 10%, basis: total, ${china}`),
      sides(`value: 24%, ${us}`, `value: 10%, basis: level, ${china}`),
    ],
    ['against-itself', twice('1 Mt', '2 Mt'), twice('1 Mt', '3 Mt')],
    ['source-unknown', unknown(', kind: leader, read: whole'), unknown(', kind: leader')],
    [
      'one-sided-limit',
      sides(`act: buy, scope: magnets, ${us}`, `quote: "no", act: not buy, ${china}`),
      sides(`act: buy, scope: gallium, ${us}`, `quote: "no", act: not buy, ${china}`),
    ],
    // From a doubt to a contradiction.
    [
      'one-sided-limit',
      sides(`act: buy, ${us}`, `quote: "no", act: not buy, scope: magnets, ${china}`),
      sides(`value: 1%, basis: total, ${us}`, `value: 2%, basis: total, scope: magnets, ${china}`),
    ],
    [
      'silence-without-words',
      sides(`act: buy, ${us}`, 'general: china-june'),
      `${sources(source('china-july', 'party: china, kind: minister, date: 2025-07-01'))}${sides(`act: buy, ${us}`, 'general: china-july')}`,
    ],
  ])('%s: what is wrong is another thing after an edit', (rule, before, after) => {
    expect(idOf(rule, after)).not.toBe(idOf(rule, before))
  })

  it.each([
    ['denial-without-quote', denial('act: not buy'), denial('says: "x", act: not buy, value: 1 Mt')],
    [
      'denial-without-quote',
      denial('scope: [magnets, not gallium]'),
      denial('scope: [not gallium, soybeans]'),
    ],
    ['source-unknown', unknown(', kind: leader'), unknown(', kind: minister')],
    [
      'percent-for-points',
      sides(`value: 24%, ${us}`, `value: 24 pp, ${china}`),
      sides(`act: buy, value: 24%, ${us}`, `act: buy, value: 24 pp, ${china}`),
    ],
  ])('%s: an edit of something else leaves it as it was', (rule, before, after) => {
    expect(idOf(rule, after)).toBe(idOf(rule, before))
  })

  it('is another where one more source lacks its issuer', () => {
    const without = (...ids: readonly string[]): string =>
      sources(
        ...ids.map(
          (id) =>
            `  ${id}: { party: us, by: X, kind: minister, date: 2025-07-01, read: part, seen: { copy: report } }\n`,
        ),
      )
    expect(idOf('source-unknown', without('a', 'b', 'c'))).not.toBe(idOf('source-unknown', without('a', 'b')))
  })
})

describe('what a finding says', () => {
  const said = (rule: string, yaml: string): string[] => lint(rule, yaml).map((d) => d.message)

  it('a contradiction is told from a doubt', () => {
    const clash = sides(`act: buy, scope: magnets, ${us}`, `quote: "no", act: not buy, ${china}`)
    const doubt = sides(`act: buy, ${us}`, `quote: "no", act: not buy, scope: magnets, ${china}`)
    expect(said('one-sided-limit', clash).join()).toMatch(
      /Only the US.*"magnets".*is a contradiction, since the side that names no limit is taken to mean all;.*China/,
    )
    expect(said('one-sided-limit', doubt).join()).toMatch(/Only China.*"magnets".*is unclear/)
  })

  it('who would not say is not said to be searched for', () => {
    const [declined] = lint('silent-obligor', sides(`act: buy, ${us}`, 'silent: all, declined: china-june'))
    expect(declined?.message).toMatch(/would not say so when it was asked \("china-june"\)/)
    expect(declined?.help).not.toMatch(/once more/)
    const [silent] = lint('silent-obligor', sides(`act: buy, ${us}`, 'silent: all'))
    expect(silent?.message).toMatch(/no announcement/)
    // Who was asked before it was announced has not declined to say it.
    const early = `${sources(source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`act: buy, ${us}`, 'silent: [china-june], declined: china-10')}`
    expect(said('silent-obligor', early).join()).toMatch(/no announcement/)
  })

  it('each mirror is said to be of who announced it', () => {
    const [found] = lint('mirror-missing', trio(['us', 'china'], ['japan']))
    expect(found?.message).toMatch(/^Only Japan announced "other", and only the US and China "purchase",/)
  })

  it('all that one figure is held against stands beside it', () => {
    const yaml = `${three}${sides(`value: 10%, basis: total, ${us}`, `value: 12%, ${china}`, `  japan: { purchase: { value: 12%, basis: level, ${japan} } }`)}`
    const [found] = lint('figure-without-basis', yaml)
    expect(found?.message).toMatch(/the US counts "total" and that of Japan counts "level"/)
    expect(found?.related.map((r) => r.message)).toEqual(['the figure of the US', 'the figure of Japan'])
  })

  it('the first claim is the earliest, also where it was superseded', () => {
    const yaml = `${sources(source('us-july', 'party: us, kind: minister, date: 2025-07-01'), source('china-10', 'party: china, kind: minister, date: 2025-06-10'))}${sides(`[{ act: buy, value: 2 Mt, supersedes: true, source: us-july }, { act: buy, ${us} }]`, 'silent: china-10')}`
    expect(said('stale-silence', yaml).join()).toContain('(2025-06-11)')
  })
})

/** A whole small deal file of a folder. */
const deal = (name: string, more = ''): Text => ({
  path: `deals/${name}.yaml`,
  text: `deal: ${name}\n${more}${sampleText({ yaml: '' }).text.replace(/^deal: rice\n/, '')}`,
})

describe('rules on a folder', () => {
  const found = (rule: string, files: readonly Text[], broken = false): string[] =>
    lintFiles(files, broken)
      .filter((d) => d.rule === rule)
      .map((d) => `${d.place.path}:${d.place.line} ${textAt(d)} ${d.about}`)
  const lost = 'deals/b.yaml:2 c follows'

  it.each<[string, readonly Text[], readonly string[]]>([
    ['a file by itself', [deal('b', 'follows: c\n')], [lost]],
    ['one that is not there', [deal('a'), deal('b', 'follows: c\n')], [lost]],
    ['one that is read later', [deal('b', 'follows: c\n'), deal('c')], []],
    ['an alias', [deal('a', 'aliases: [c]\n'), deal('b', 'follows: c\n')], []],
    ['itself', [deal('a'), deal('b', 'follows: b\n')], ['deals/b.yaml:2 b follows']],
    [
      'one of another folder',
      [deal('a'), deal('b', 'follows: c\n'), { ...deal('c'), path: 'more/c.yaml' }],
      [lost],
    ],
  ])('follows %s', (_, files, at) => {
    expect(found('unknown-follows', files)).toEqual(at)
  })

  it('says nothing of a folder that was not seen whole', () => {
    expect(found('unknown-follows', [deal('a'), deal('b', 'follows: c\n')], true)).toEqual([])
  })

  it.each<[string, readonly Text[], readonly string[]]>([
    ['by one alone', [deal('a', 'aliases: [b]\n')], []],
    ['by the name of another', [deal('a', 'aliases: [b]\n'), deal('b')], ['deals/a.yaml:2 b aliases/b']],
    [
      'by the alias of another',
      [deal('a', 'aliases: [x, c]\n'), deal('b', 'aliases: [c]\n')],
      ['deals/b.yaml:2 c aliases/c'],
    ],
    ['in another folder', [deal('a', 'aliases: [b]\n'), { ...deal('b'), path: 'more/b.yaml' }], []],
    ['in another case', [deal('a', 'aliases: [B]\n'), deal('b')], []],
    [
      'by a file of the other ending',
      [deal('a'), { ...deal('a'), path: 'deals/a.yml' }],
      ['deals/a.yml:1 a deal'],
    ],
  ])('a name taken %s', (_, files, at) => {
    expect(found('name-taken', files)).toEqual(at)
  })
})

describe('the order of keys', () => {
  /** What mends it, in the lines of one claim under `purchase`. */
  const edits = (claim: string): number => {
    const yaml = `announced:\n  us:\n    purchase:\n${claim}\n  china:\n    purchase: { silent: all }`
    const found = lint('key-order', yaml).find((d) => d.about.startsWith('announced'))
    if (!found) throw new Error('in order')
    return found.fix.length
  }

  it.each([
    ['a plain one', '      source: us-june\n      act: buy', 2],
    ['on a dash', '      - source: us-june\n        act: buy', 2],
    ['on one line', '      { source: us-june, act: buy }', 2],
    ['quoted keys', '      "source": us-june\n      "act": buy', 2],
    ['comments above', '      source: us-june\n      # why\n      act: buy', 2],
    ['a comment of the entry before', '      source: us-june\n        # from the post\n      act: buy', 2],
    ['a block of text', '      source: us-june\n      says: |\n        it buys\n      act: buy', 3],
    [
      'a comment that would stand above a dash',
      '      - source: us-june\n        # why\n        act: buy',
      0,
    ],
    ['a comment of nobody', '      source: us-june\n      # about what follows\n\n      act: buy', 0],
    ['several lines in brackets', '      { source: us-june,\n        act: buy }', 0],
    [
      'a block that keeps blank lines',
      '      source: us-june\n      says: |+\n        it buys\n\n      act: buy',
      0,
    ],
  ])('mends %s', (_, claim, count) => {
    expect(edits(claim)).toBe(count)
  })

  it('names every key that a deal file can have, once', () => {
    const known: string[] = []
    JSON.stringify(dealSchema(), (key, value: unknown) => {
      if (key === 'properties' && typeof value === 'object') known.push(...Object.keys(value ?? {}))
      return value
    })
    const listed = new Set(Object.values(houseOrder).flat())
    expect(known.length).toBeGreaterThan(50)
    expect(known.filter((key) => !listed.has(key))).toEqual([])
    for (const order of Object.values(houseOrder)) expect(new Set(order).size).toBe(order.length)
    for (const kind of ['claim', 'reported', 'assume'] as const)
      expect(facetKeys.filter((key) => !houseOrder[kind].includes(key))).toEqual([])
  })
})

describe('what the rules find', () => {
  const files = readdirSync(`${root}/deals`).filter((f) => f.endsWith('.yaml') && f !== 'vocabulary.yaml')
  const shipped = parseVocabularies([
    { path: 'deals/vocabulary.yaml', text: readFileSync(`${root}/deals/vocabulary.yaml`, 'utf8') },
  ])
  const textOf = (name: string): string => readFileSync(`${root}/deals/${name}`, 'utf8')
  const findings = (path: string, text: string): Diagnostic[] => {
    const run = linting(rules)
    return [...run.see({ path, text }, parseDeal({ path, text }, shipped)), ...run.end(() => true)]
  }

  it('says both places where two are involved', () => {
    const both = [
      'stale-silence',
      'mirror-missing',
      'one-sided-limit',
      'against-itself',
      'claim-after-close',
      'name-taken',
      'figure-without-basis',
      'not-between',
      'percent-for-points',
    ]
    for (const id of both) {
      const rule = rules.find((r) => r.id === id)
      if (!rule) throw new Error(id)
      const { text } = sampleText(rule.bad)
      const beside = Object.entries(rule.bad.beside ?? {}).map(([path, of]) => ({ path, text: of }))
      const found = lintFiles([{ path: 'rice.yaml', text }, ...beside]).filter((d) => d.rule === id)
      expect(found.map((d) => [d.related.length, d.related.every((r) => r.excerpt !== null)])).toEqual([
        [1, true],
      ])
    }
  })

  it('leaves no error and no warning in the deals that are shipped, and no comment without use', () => {
    const pass = passOver(rules)
    const all = files.flatMap((name) => {
      const file = { path: `deals/${name}`, text: textOf(name) }
      return pass.see(file, parseDeal(file, shipped)).shown
    })
    const shown = [...all, ...pass.end(() => true).shown]
    expect(shown.filter((d) => d.severity !== 'note').map((d) => d.message)).toEqual([])
    expect(shown.filter((d) => d.rule === 'ignore-unused' || d.fix.length > 0)).toEqual([])
    // Whoever reads more than this reads none of it.
    for (const name of files)
      expect(shown.filter((d) => d.place.path.endsWith(name)).length).toBeLessThanOrEqual(15)
  })

  it('tells every two findings of a file apart by rule, place in the tree and names', () => {
    for (const name of files) {
      const ids = findings(`deals/${name}`, textOf(name)).map((d) => [d.rule, d.about, ...d.args].join(' '))
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    }
  })

  it('stays sound on files with mistakes: every place is within the text', () => {
    const piece = fc.constantFrom(
      '',
      '\n',
      ' ',
      '- ',
      '# x\n',
      '{',
      ']',
      ': ',
      'source',
      '"',
      'not ',
      '中',
      '\r\n',
    )
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(60), piece, (name, at, cut, put) => {
        const text = textOf(name)
        const from = at % text.length
        const broken = text.slice(0, from) + put + text.slice(from + cut)
        const lines = broken.split(/\r?\n/)
        for (const d of findings(`deals/${name}`, broken))
          for (const { line, column, endLine, endColumn } of [
            d.place,
            ...d.related.map((r) => r.place),
            ...d.fix.map((f) => f.place),
          ]) {
            expect(endLine).toBeLessThanOrEqual(lines.length)
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
            expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? '').length + 1)
          }
      }),
      { numRuns: 40 + Math.floor(Number(process.env.FC_RUNS ?? 0) / 500) },
    )
  })
})
