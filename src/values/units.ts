import Fraction from 'fraction.js'

/**
 * A unit of measure. Two quantities compare as numbers only in one dimension; `factor` brings a number into that
 * dimension's canonical unit, exactly.
 */
export interface Unit {
  readonly name: string
  /** The canonical unit of what it measures: `t`, `litres`, `%`, `USD`, `day`, `month`, a count word. */
  readonly dimension: string
  readonly factor: Fraction
  /** Whether amounts of it add up over a scope and a period (method: mass, volume, money, counts). */
  readonly addsUp: boolean
}

const unit = (name: string, dimension: string, factor: string | number, addsUp: boolean): Unit => ({
  name,
  dimension,
  factor: new Fraction(factor),
  addsUp,
})

/** Every built-in unit under every spelling that is understood; the first spelling is the one printed. */
const spelled: readonly (readonly [readonly string[], Unit, string])[] = [
  [['%', 'percent', 'per cent'], unit('%', '%', 1, false), 'a level or a relative change, in percent'],
  [
    ['pp', 'percentage points', 'percentage point'],
    unit('pp', 'pp', 1, false),
    'a difference of two percentages',
  ],
  [['t', 'tonnes', 'tonne'], unit('t', 't', 1, true), 'tonnes, 1,000 kg'],
  [['kg'], unit('kg', 't', '1/1000', true), 'kilograms'],
  [['kt'], unit('kt', 't', 1000, true), 'thousand tonnes'],
  [['Mt', 'MMT'], unit('Mt', 't', 1_000_000, true), 'million tonnes'],
  [['litres', 'litre', 'liters', 'liter'], unit('litres', 'litres', 1, true), 'litres'],
  [
    ['barrels', 'barrel'],
    unit('barrels', 'litres', '158.987294928', true),
    'barrels of 42 US gallons, 158.987294928 litres',
  ],
  [['days', 'day'], unit('days', 'day', 1, false), 'days'],
  [['weeks', 'week'], unit('weeks', 'day', 7, false), 'weeks of seven days'],
  [['months', 'month'], unit('months', 'month', 1, false), 'calendar months; they do not convert into days'],
  [['quarters', 'quarter'], unit('quarters', 'month', 3, false), 'three calendar months'],
  [['years', 'year'], unit('years', 'month', 12, false), 'twelve calendar months'],
]

export const builtInUnits: ReadonlyMap<string, Unit> = new Map(
  spelled.flatMap(([names, u]) => names.map((n) => [n, u] as const)),
)
export const unitPages: readonly { readonly name: string; readonly means: string }[] = spelled.map(
  ([, u, means]) => ({
    name: u.name,
    means,
  }),
)

/** Pounds in a bushel, by which grains are traded in the United States (USDA, Weights and Measures). */
const bushelPounds: Readonly<Record<string, number>> = {
  soybeans: 60,
  wheat: 60,
  corn: 56,
  sorghum: 56,
  rye: 56,
  barley: 48,
  oats: 32,
}
const POUND = new Fraction('0.00045359237')

/** Bushels of one good: a mass where its weight is settled, else a measure of its own. */
export function bushelsOf(good: string): Unit {
  const pounds = Object.hasOwn(bushelPounds, good) ? bushelPounds[good] : undefined
  const name = `bushels of ${good}`
  return pounds === undefined
    ? unit(name, name, 1, true)
    : { name, dimension: 't', factor: POUND.mul(pounds), addsUp: true }
}

export const bushelGoods: readonly string[] = Object.keys(bushelPounds)

/** Money in one currency. */
export const currency = (code: string): Unit => unit(code, code, 1, true)

/** A word of the vocabulary that counts things. */
export const counted = (word: string): Unit => unit(word, word, 1, true)

/** ISO 4217, the codes in use. */
const CODES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
  CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
  IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
  MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
  SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED
  VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
)
export const isCurrency = (code: string): boolean => CODES.has(code)
export const currencies: readonly string[] = [...CODES]

export const multipliers: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['mn', 1e6],
  ['million', 1e6],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
])

/** Currencies that have a name of their own. */
export const spokenCurrencies: ReadonlyMap<string, string> = new Map([
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['yen', 'JPY'],
])

/** Words with two meanings, and what to write instead. */
export const refusedUnits: ReadonlyMap<string, string> = new Map([
  [
    'ton',
    'write "t" for tonnes of 1,000 kg; convert short tons (× 0.90718474) or long tons (× 1.0160469088) first',
  ],
  [
    'tons',
    'write "t" for tonnes of 1,000 kg; convert short tons (× 0.90718474) or long tons (× 1.0160469088) first',
  ],
  ['mt', 'write "Mt" for million tonnes or "t" for metric tonnes'],
  ['gallon', 'write "litres": a US gallon is 3.785411784 litres, an imperial one 4.54609'],
  ['gallons', 'write "litres": a US gallon is 3.785411784 litres, an imperial one 4.54609'],
  ['$', 'write the currency, such as "USD", or say at the top of the file what it means: dollar: USD'],
  ['dollars', 'write the currency, such as "USD"'],
  ['dollar', 'write the currency, such as "USD"'],
  ['¥', 'write "CNY" or "JPY"'],
  ['yuan', 'write "CNY"'],
  ['rmb', 'write "CNY"'],
  ['£', 'write "GBP"'],
  ['€', 'write "EUR"'],
  ['points', 'write "pp" for percentage points'],
  ['basis points', 'write "pp": one basis point is 0.01 pp'],
  ['pounds', 'write "GBP"; a weight is written in "kg" or "t"'],
  ['bushels', 'say of what: "bushels of soybeans"'],
  ['bushel', 'say of what: "bushels of soybeans"'],
  ['tonnes of', 'write "t" and put the good into scope'],
])
