import type { Example, Page } from '../report/report.ts'
import { printNumber } from '../sets/interval.ts'
import {
  builtInUnits,
  bushelGoods,
  bushelsOf,
  counted,
  isCurrency,
  multipliers,
  refusedUnits,
  unitPages as registered,
  type Unit,
} from '../values/units.ts'
import { normalWord } from '../words.ts'
import { example, page } from './page.ts'

const units = registered.map(({ name }) => builtInUnits.get(name)).filter((u) => u !== undefined)
const adds = (u: Unit): string =>
  u.addsUp ? 'Amounts of it add up: they compare as numbers only for the same scope and the same time.' : ''

/** 1,000,000, in every locale. */
const thousands = (n: number | string): string =>
  String(n).replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',')
/** A value in YAML: a comma must be quoted where commas part the keys. */
const valued = (text: string): string => `value: ${text.includes(',') ? `"${text}"` : text}`

/** A unit and another of its kind say the same of one amount. */
function sameAmount(u: Unit): readonly Example[] {
  const other = units.find((x) => x.dimension === u.dimension && x.name !== u.name)
  if (!other) return []
  const [more, less] = u.factor.compare(other.factor) >= 0 ? [u, other] : [other, u]
  const [one, many] = [
    `1 ${more.name}`,
    `${thousands(printNumber(more.factor.div(less.factor)))} ${less.name}`,
  ]
  const [us, china] = more === u ? [one, many] : [many, one]
  return [example(valued(us), valued(china), 'agree', `${us} is ${china}, exactly.`)]
}

const percents: readonly Example[] = [
  example('value: 10%', 'value: 10 pp', 'differs', 'A rate of 10% is not a change by 10 percentage points.'),
]

const spellings = (name: string): readonly string[] =>
  [...builtInUnits].filter(([said, u]) => u.name === name && said !== name).map(([said]) => said)

const ofUnit = ({ name, means }: { readonly name: string; readonly means: string }): Page => {
  const u = builtInUnits.get(name) as Unit
  const also = spellings(name)
  const others = units.filter((x) => x.dimension === u.dimension && x.name !== name).map((x) => x.name)
  const rule = [
    others.length > 0 ? `Converts exactly into ${others.join(', ')}.` : 'Converts into no other unit.',
    adds(u),
    also.length > 0 ? `Also written ${also.join(', ')}.` : '',
  ]
  return page('unit', name, `${means.slice(0, 1).toUpperCase()}${means.slice(1)}.`, {
    rule: rule.filter(Boolean).join(' '),
    examples: others.length > 0 ? sameAmount(u) : u.addsUp ? [] : percents,
    see: [...others, 'value'],
  })
}

const currencyPage = page(
  'unit',
  'currency',
  'Money, by its code of ISO 4217, such as USD, CNY, EUR or JPY.',
  {
    rule:
      'Amounts of money add up: they compare as numbers only for the same scope and the same ' +
      'time. Two currencies ' +
      'compare only where a conversion of the file gives the rate; a rate holds about. A bare ' +
      '$ must be declared: dollar: USD.',
    examples: [
      example(
        'value: 17 bn USD',
        'value: at least 10 bn USD',
        'differs',
        'The US names one sum that China allows.',
      ),
    ],
    see: ['value', 'conversions', 'dollar', 'different-total'],
  },
)

const pounds = bushelGoods.map((good) => {
  const mass = bushelsOf(good).factor
  return `1 bushel of ${good} = ${printNumber(mass.mul(1000))} kg`
})
const bushelPage = page(
  'unit',
  'bushels of',
  'Bushels of one good: a mass, where the weight of a bushel is settled.',
  {
    rule:
      'Converts exactly into tonnes for the goods below; of another good, bushels are a unit ' +
      'of their own.',
    diagram: pounds,
    see: ['t', 'Mt', 'value'],
  },
)

const ratePage = page(
  'unit',
  'a year',
  'A rate: so much a year, a quarter, a month or a day, such as 25 Mt a year.',
  {
    rule: 'An amount for a time and a rate are different measures; so are rates for different times.',
    examples: [
      example('value: 25 Mt a year', 'value: 25 Mt', 'differs', 'One is a rate, the other an amount.'),
    ],
    see: ['period', 'different-measure'],
  },
)

const multiplierPages = [...multipliers].map(([word, times]) =>
  page('unit', word, `${thousands(times)} of what follows, such as 2 ${word} USD.`, {
    rule: 'Stands between a number and a unit of which amounts add up.',
    see: ['value', 'currency'],
  }),
)

const refusedPages = [...refusedUnits].map(([word, instead]) =>
  page('refused unit', word, 'Not taken as a unit: it has more than one meaning, or does not say enough.', {
    rule: `Instead, ${instead}.`,
    see: ['value'],
  }),
)

export const unitPages: readonly Page[] = [
  ...registered.map(ofUnit),
  currencyPage,
  bushelPage,
  ratePage,
  ...multiplierPages,
  ...refusedPages,
]

/** The word of the page on which another spelling, or a code of a currency, is explained. */
export function unitCalled(word: string): string | null {
  if (isCurrency(word.toUpperCase()) && word.length === 3) return currencyPage.word
  if (/^bushels? of \S/i.test(word)) return bushelPage.word
  return (builtInUnits.get(word) ?? builtInUnits.get(normalWord(word)))?.name ?? null
}

/** A count word of a vocabulary. */
export const countPage = (word: string): Page =>
  page('count word', word, `Counts ${word}.`, {
    rule: `Converts into no other unit. ${adds(counted(word))}`,
    examples: [
      example(
        `value: 200 ${word}`,
        `value: at least 100 ${word}`,
        'differs',
        'The US names one number that China allows.',
      ),
    ],
    see: ['value', 'different-total'],
  })
