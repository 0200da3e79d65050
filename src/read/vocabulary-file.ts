import Fraction from 'fraction.js'
import type { Place } from '../place.ts'
import { extendAxes } from './axes.ts'
import { extendLadders } from './ladders.ts'
import { checkLevel } from './levels.ts'
import { may, must, type ObjectOf, object } from './object.ts'
import {
  flag,
  list,
  type Named,
  named,
  type Placed,
  placed,
  type Reader,
  raw,
  refine,
  type Shape,
  text,
} from './shape.ts'
import { describeNode } from '../tree.ts'
import { readCalendar } from '../values/time.ts'
import { builtInUnits, counted, type Unit } from '../values/units.ts'
import { pairKey, type Vocabulary } from '../vocabulary.ts'
import { cut, normalWord } from '../words.ts'

const word: Shape<string> = refine(text('a word'), (value) => normalWord(value))
const saysOr = (what: string): Shape<string> => text(what)
const pair = placed(list(word))

const percent: Shape<Fraction> = refine(text('a percentage such as 10%'), (value, node, reader) => {
  const m = /^(\d+(?:\.\d+)?)\s*%$/.exec(value.trim())
  if (m?.[1]) return new Fraction(m[1]).div(100)
  reader.report({
    rule: 'wrong-type',
    place: node.place,
    message: `Found ${describeNode(node)}; expected a percentage such as 10%.`,
  })
  return undefined
})

/** What an event is, or the date that resolves it. */
const event = refine(saysOr('what the event is, or its date'), (says, node, reader) => {
  const reading = readCalendar(says)
  if (reading && 'wrong' in reading && /^\d{4}-/.test(says.trim()))
    reader.report({
      rule: 'bad-date',
      place: node.place,
      message: `An event is dated "${cut(says)}": ${reading.wrong}; expected a date, or what the event is.`,
    })
  return reading && 'time' in reading ? { says: null, date: says.trim() } : { says, date: null }
})

const hierarchySchema = {
  anyOf: [
    { type: 'array', items: { type: 'string' } },
    { type: 'object', additionalProperties: true },
    { type: 'string' },
    { type: 'null' },
  ],
}

/** The keys of a vocabulary: of `vocabulary.yaml` and of a deal's `words`. */
export const vocabularyFields = {
  axes: may(
    named('axes of scope', raw('parents with their children', hierarchySchema)),
    'Axes of scope: under each axis its words, parents with their children. Every parent has an unnamed rest.',
  ),
  vague: may(list(word), 'Words whose reach is not known: inside their parent, and otherwise unknown.'),
  ladders: may(
    object('the ladders', {
      act: may(
        list(
          object('a ladder', {
            steps: must(list(placed(word)), 'The steps, lowest first; each includes the ones below it.'),
            floor: may(placed(word), 'The word that denies every step.'),
          }),
        ),
        'Ladders of acts.',
      ),
    }),
    'Acts that go further and further.',
  ),
  opposites: may(list(pair), 'Pairs of acts that exclude each other.'),
  bases: may(
    named(
      'bases',
      object('a basis', {
        says: may(text(), 'What a figure on this basis counts.'),
        'adds-up': may(flag(), 'Whether figures on it add up over goods and years.'),
        of: may(placed(word), 'The basis of which it counts a change: points by which that level falls.'),
      }),
    ),
    'What figures count: total or layer, level or change, new or existing.',
  ),
  conditions: may(
    named('conditions', saysOr('what the condition is')),
    'Conditions that a claim can hang on.',
  ),
  compatible: may(list(list(word)), 'Conditions that can hold together.'),
  events: may(named('events', event), 'Events to which times and sequences refer; a date resolves one.'),
  units: may(named('units', placed(saysOr('"count"'))), 'Words that count things, such as aircraft: count.'),
  about: may(percent, 'What `about` allows for, on either side, such as 10%.'),
}
export const vocabularyShape = object('a vocabulary', vocabularyFields)
export type VocabularyFile = ObjectOf<typeof vocabularyFields>

/** Adds what a file declares to the words there were. A word that was there already is an error. */
export function extendVocabulary(base: Vocabulary, file: VocabularyFile, reader: Reader): Vocabulary {
  const places = new Map(base.places)
  const declare = (kind: string, name: string, place: Place): boolean => {
    const key = `${kind} ${name}`
    const earlier = places.get(key)
    if (earlier) reportTwice(reader, kind, name, place, earlier)
    else places.set(key, place)
    return earlier === undefined
  }
  const add = <T, V>(
    kind: string,
    to: ReadonlyMap<string, V>,
    more: readonly Named<T>[] | null,
    value: (t: T) => V,
  ) => {
    const out = new Map(to)
    for (const entry of more ?? []) {
      const name = normalWord(entry.name)
      const [was, earlier] = [
        base.places.has(`${kind} ${name}`) ? to.get(name) : undefined,
        places.get(`${kind} ${name}`),
      ]
      // A word that another file has already, said again to the same effect, changes no verdict.
      if (was !== undefined && earlier && effect(was) === effect(value(entry.value)))
        reportTwice(reader, kind, name, entry.place, earlier, 'warning')
      else if (declare(kind, name, entry.place)) out.set(name, value(entry.value))
    }
    return out
  }
  const { axes, axisOf } = extendAxes(base, file.axes ?? [], reader, places)
  const compatible = new Set(base.compatible)
  for (const group of file.compatible ?? [])
    for (const a of group) for (const b of group) if (a !== b) compatible.add(pairKey(a, b))
  const pairs: Placed<readonly [string, string]>[] = []
  for (const { value: acts, place } of file.opposites ?? []) {
    const [a, b, ...rest] = acts
    if (a !== undefined && b !== undefined && rest.length === 0 && a !== b)
      pairs.push({ value: [a, b], place })
    else
      reader.report({
        rule: 'wrong-type',
        place,
        message: `Opposites are pairs of two different acts; found ${acts.length} in "${cut(acts.join(', '))}".`,
        help: 'Write each pair as a list of its own: [[buy, sell], [raise, lower]].',
      })
  }
  const bases = add('basis', base.bases, file.bases, (b) => ({
    says: b.says,
    addsUp: b['adds-up'] === true,
    of: b.of?.value ?? null,
  }))
  for (const { name, value } of file.bases ?? []) if (value.of) checkLevel(name, value.of, bases, reader)
  return {
    axes,
    axisOf,
    vague: new Set([...base.vague, ...(file.vague ?? [])]),
    ...extendLadders(base, file.ladders?.act ?? [], pairs, reader, places),
    bases,
    conditions: add('condition', base.conditions, file.conditions, (says) => says),
    compatible,
    events: add('event', base.events, file.events, (it) => it),
    units: addUnits(base, file.units ?? [], reader, declare),
    about: file.about ?? base.about,
    places,
  }
}

/** What of a word bears on a verdict: what it says does not. */
const effect = (word: unknown): string =>
  JSON.stringify(typeof word === 'object' && word !== null ? { ...word, says: null } : null)

/** A copy of words that apply already looks as if one could edit them. */
const TWICE =
  'Delete it here: the words that come with dealdiff, and those of a vocabulary.yaml beside the deal, always apply, so that a copy of them is not needed, and editing a copy does not change them.'

function reportTwice(
  reader: Reader,
  kind: string,
  name: string,
  place: Place,
  earlier: Place,
  severity: 'error' | 'warning' = 'error',
): void {
  reader.report({
    rule: 'word-redefined',
    severity,
    place,
    message: `The ${kind} "${cut(name)}" is declared twice; expected one declaration.`,
    help: severity === 'error' ? 'Delete one of the two, or choose another word.' : TWICE,
    related: [{ message: 'first declared here', place: earlier }],
  })
}

function addUnits(
  base: Vocabulary,
  more: readonly Named<Placed<string>>[],
  reader: Reader,
  declare: (kind: string, name: string, place: Place) => boolean,
): ReadonlyMap<string, Unit> {
  const out = new Map(base.units)
  for (const { name, place, value: kind } of more) {
    const unit = normalWord(name)
    if (kind.value.trim() !== 'count')
      reader.report({
        rule: 'wrong-type',
        place: kind.place,
        message: `The unit "${cut(name)}" is "${cut(kind.value)}"; expected "count", the one kind of unit a vocabulary can add.`,
      })
    if (builtInUnits.has(name))
      reader.report({
        rule: 'word-redefined',
        place,
        message: `"${cut(name)}" is a built-in unit; expected another word.`,
        help: 'Delete it: the unit is there already.',
      })
    else if (base.places.has(`unit ${unit}`))
      reportTwice(reader, 'unit', unit, place, base.places.get(`unit ${unit}`) as Place, 'warning')
    else if (declare('unit', unit, place)) out.set(unit, counted(unit))
  }
  return out
}
