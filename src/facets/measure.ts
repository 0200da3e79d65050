import type { Stated } from '../deal.ts'
import { type Bounds, type Facet, type Given, oneText, type ParseContext } from '../facet.ts'
import { intersect, union } from '../sets/interval.ts'
import { emptyPeriod, type Period, readPeriod } from '../values/period.ts'
import { inUnit } from '../values/amount.ts'
import { periodAdvice } from '../values/time-advice.ts'
import { cut, normalWord } from '../words.ts'
import { didYouMean } from './advice.ts'
import { relateMeasures } from './measure/relate.ts'
import { expects, expectsInShort, type Measure, negate, readValue, valueAdvice } from './measure/value.ts'
import { boundsOf } from './times.ts'

function parse(given: Given, context: ParseContext): readonly Stated[] {
  if (context.choices) return []
  const { report } = context
  const found = oneText(given('value'), expects, report)
  const basis = readBasis(given, context)
  const period = readPeriodUnder(given, context)
  if (
    !found &&
    context.assuming &&
    basis !== undefined &&
    period !== undefined &&
    (basis !== null || period !== null)
  ) {
    const node = (given('basis') ?? given('period')) as NonNullable<ReturnType<Given>>
    const value: Measure = {
      value: { kind: 'unsaid' },
      basis,
      addsUp: addsUpOn(basis, context),
      period,
      said: '',
      negated: false,
    }
    return [{ facet: 'measure', axis: null, value, text: show(value), place: node.place }]
  }
  if (!found) {
    for (const key of ['basis', 'period']) {
      const node = given(key)
      if (node && !given('value'))
        report({
          rule: 'bad-value',
          place: node.place,
          message: `\`${key}\` stands without a value; expected \`value\` beside it.`,
        })
    }
    return []
  }
  const not = /^not\s+(?!before\b|(?:less|fewer|more) than\b)(.+)$/i.exec(found.text)
  const said = not?.[1] ?? found.text
  const read = readValue(said, context)
  if ('wrong' in read) {
    const help =
      read.help ??
      (/^[<>=~]/.test(said) ? 'Write "at least", "more than", "at most", "less than" or "about".' : undefined)
    report({
      rule: 'bad-value',
      place: found.place,
      message: `Cannot understand the value "${cut(found.text)}": ${read.wrong}; expected ${help ? expectsInShort : expects}.`,
      ...(help ? { help } : {}),
      meant: () => {
        const advice = valueAdvice(said, context, not ? 'not ' : '')
        const message = `Cannot understand the value "${cut(found.text)}": ${read.wrong}; expected ${expectsInShort}.`
        return advice === null ? null : { message, help: advice }
      },
    })
    return []
  }
  const value = not ? negate(read) : read
  if (!value) {
    report({
      rule: 'empty-set',
      place: found.place,
      message: `"${cut(found.text)}" leaves no number; expected one at least.`,
    })
    return []
  }
  if (basis === undefined || period === undefined) return []
  const measure: Measure = {
    value,
    basis,
    addsUp: addsUpOn(basis, context),
    period,
    said,
    negated: not !== null,
  }
  return [{ facet: 'measure', axis: null, value: measure, text: show(measure), place: found.place }]
}

const addsUpOn = (basis: string | null, { vocabulary }: ParseContext): boolean =>
  basis !== null && vocabulary.bases.get(basis)?.addsUp === true

/** The basis named; null where none is, undefined where it is wrong. */
function readBasis(given: Given, { vocabulary, report }: ParseContext): string | null | undefined {
  const found = oneText(given('basis'), 'a basis of the vocabulary', report)
  if (!found) return given('basis') ? undefined : null
  const basis = normalWord(found.text)
  if (vocabulary.bases.has(basis)) return basis
  report({
    rule: 'unknown-word',
    place: found.place,
    message: `"${cut(found.text)}" is no basis of the vocabulary; expected one that is declared.`,
    help: 'Declare it: words: { bases: { stacked-total: { says: … } } }.',
    meant: () => didYouMean(basis, vocabulary.bases.keys()),
  })
  return undefined
}

function readPeriodUnder(given: Given, context: ParseContext): Period | null | undefined {
  const expected = 'a time, or "each of" a time'
  const found = oneText(given('period'), expected, context.report)
  if (!found) return given('period') ? undefined : null
  const read = readPeriod(found.text, context)
  if ('slices' in read && !emptyPeriod(read)) return read
  const why = 'wrong' in read ? read.wrong : 'it is empty'
  const help = 'wrong' in read ? read.help : undefined
  context.report({
    rule: 'bad-value',
    place: found.place,
    message: `period: ${why}; expected ${expected}.`,
    ...(help ? { help } : {}),
    meant: () => {
      const advice = periodAdvice(found.text, context)
      return advice === null ? null : { help: advice }
    },
  })
  return undefined
}

const show = (m: Measure): string =>
  `${m.negated ? 'not ' : ''}${m.said}${m.basis === null ? '' : ` (${m.basis})`}${m.period === null ? '' : `, ${m.period.text}`}`

function bounds(m: Measure): Bounds {
  if (m.value.kind === 'time') return { ...boundsOf(m.value.time), basis: m.basis }
  if (m.value.kind !== 'amount') return { min: null, max: null, unit: null, basis: m.basis }
  const { set, unit, per } = m.value.amount
  const [lo, hi] = [set[0]?.lo?.at, set.at(-1)?.hi?.at]
  return {
    min: lo ? inUnit(lo, unit, per) : null,
    max: hi ? inUnit(hi, unit, per) : null,
    unit: per === null ? unit.name : `${unit.name} a ${per}`,
    basis: m.basis,
  }
}

/** Two figures of one side, on one basis, for one time and in one measure; undefined where they are not. */
function combined(a: Measure, b: Measure, of: typeof union): Measure | null | undefined {
  const [x, y] = [a.value, b.value]
  const alike = a.basis === b.basis && a.period?.text === b.period?.text
  if (!alike || x.kind !== 'amount' || y.kind !== 'amount' || x.amount.dimension !== y.amount.dimension)
    return undefined
  const set = of(x.amount.set, y.amount.set)
  if (set.length === 0) return null
  return { ...a, value: { kind: 'amount', amount: { ...x.amount, set, manner: 'bounds', number: null } } }
}

const text = { type: ['string', 'number', 'boolean'] }

export const measure: Facet<Measure> = {
  name: 'measure',
  role: 'content',
  unit: 'measure',
  means: 'How much, when, or whether: a figure with its unit, what it counts, and for what time.',
  rule: 'Exact sets of numbers on one basis, for one period, in one unit; no tolerance but `about`. What cannot be put on one basis or into one unit never clashes. Amounts that add up compare as numbers only for the same scope and period.',
  keys: [
    {
      key: 'value',
      about:
        'The figure with its unit, a time, some, none, yes or no; the answer where the term has choices.',
      expects,
      examples: ['55%', 'at least 12 Mt', 'about 47%', '25 Mt a year', 'not 10%'],
      schema: { anyOf: [text, { type: 'array', items: text, minItems: 1 }] },
    },
    {
      key: 'basis',
      about: 'What the figure counts: total or layer, level or change, new or existing.',
      expects: 'a basis of the vocabulary',
      examples: ['stacked-total'],
      schema: { type: 'string' },
    },
    {
      key: 'period',
      about: 'The time the figure is about; `each of` for every year, quarter or month of it.',
      expects: 'a time',
      examples: ['2026', 'each of 2026 to 2028'],
      schema: { type: ['string', 'integer'] },
    },
  ],
  parse,
  relate: relateMeasures,
  print: (m) => ({
    value: m.negated ? `not ${m.said}` : m.said,
    ...(m.basis === null ? {} : { basis: m.basis }),
    ...(m.period === null ? {} : { period: m.period.text }),
  }),
  fill: (m, assumed) => ({
    ...m,
    basis: m.basis ?? assumed.basis,
    addsUp: m.addsUp || (m.basis === null && assumed.addsUp),
    period: m.period ?? assumed.period,
  }),
  meet: (a, b) => combined(a, b, intersect),
  join: (a, b) => combined(a, b, union) ?? undefined,
  stands: (assumed) => assumed.value.kind !== 'unsaid',
  denies: (m) => m.negated || m.value.kind === 'no' || m.value.kind === 'none',
  bounds,
}
