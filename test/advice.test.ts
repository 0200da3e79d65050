import { describe, expect, it } from 'vitest'
import type { Parsed } from '../src/read/parse.ts'
import { facetOf } from '../src/facets/index.ts'
import { compared, parseSmall, smallDeal } from './small-deal.ts'

/** Natural ways of writing: those that have one meaning are taken, of the others the message says what to write. */

const tableOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.trim()))

const words = `
ladders:
  act:
    - { steps: [lower] }
    - { steps: [raise] }
units: { ships: count }`

/** A deal whose US claim is this one, in block style. */
const claimed = (yaml: string) => parseSmall({ us: yaml, words })

const errorsOf = ({ diagnostics }: Parsed) => diagnostics.filter((d) => d.severity === 'error')
const helpOf = (yaml: string): string =>
  errorsOf(claimed(yaml))
    .map((d) => d.help ?? '')
    .join('\n')

describe('other writings of the same', () => {
  it.each(
    tableOf(`
    value: no less than 15% | value: at least 15%
    value: not less than 15% | value: at least 15%
    value: no fewer than 20 aircraft | value: at least 20 aircraft
    value: minimum 15% | value: at least 15%
    value: a minimum of 15% | value: at least 15%
    value: Minimum of 15% | value: at least 15%
    value: min. 15% | value: at least 15%
    value: no more than 15% | value: at most 15%
    value: not more than 15% | value: at most 15%
    value: maximum 15% | value: at most 15%
    value: a maximum of 15% | value: at most 15%
    value: max 15% | value: at most 15%
    value: USD 550 bn | value: 550 bn USD
    value: USD550bn | value: 550 bn USD
    value: EUR 600 billion | value: 600 bn EUR
    value: up to EUR 600 bn | value: up to 600 bn EUR
    value: USD 5 to 10 bn | value: 5 to 10 bn USD
    value: USD 5 bn to USD 10 bn | value: 5 bn USD to 10 bn USD
    value: USD 500 mn to 2 bn | value: 500 mn USD to 2 bn USD
    value: 500 mn to 2 bn USD | value: 500 mn USD to 2 bn USD
    value: about USD 100 bn ± 5 | value: about 100 bn USD ± 5
    value: 600 bn euros | value: 600 bn EUR
    value: 1 mn Euro | value: 1 mn EUR
    value: 80 Trillion Yen | value: 80 tn JPY
    value: 5 Million t | value: 5 mn t
    value: 5 BILLION USD | value: 5 bn USD
    value: 8 bn USD annually | value: 8 bn USD a year
    value: 8 bn USD yearly | value: 8 bn USD a year
    value: 8 bn USD per year | value: 8 bn USD a year
    value: 8 bn USD per annum | value: 8 bn USD a year
    value: 8 bn USD p.a. | value: 8 bn USD a year
    value: 8 bn USD/year | value: 8 bn USD a year
    value: USD 8 bn / year | value: 8 bn USD a year
    value: one year | value: 1 years
    value: two years | value: 2 years
    value: 3 years | value: 36 months
    value: one to two bn USD | value: 1 to 2 bn USD
    value: twelve aircraft | value: 12 aircraft
    start: 2025-11-10, duration: one year | start: 2025-11-10, duration: 12 months
    start: 2025-11-10, duration: twelve months | start: 2025-11-10, duration: 1 year
    start: 2025-11-10, duration: 3 years | start: 2025-11-10, end: 2028-11-10`),
  )('{ %s } is { %s }', (a, b) => {
    const found = compared({ us: a as string, china: b as string })
    expect(`${found.verdict} ${found.pairs.flatMap((p) => p.rows.map((r) => r.possible)).join()}`).toMatch(
      /^agree 1(,1)*$/,
    )
  })

  it('reads a bound as a bound, and no denial', () => {
    const histories = smallDeal({ us: 'value: not less than 15%' }).histories.get('the-term')
    const stated = [...(histories?.values() ?? [])]
      .flat()
      .flatMap((e) => (e.kind === 'claim' ? e.stated : []))
    expect(stated.map(({ facet, value }) => facetOf(facet).denies(value))).toEqual([false])
  })
})

describe('what to write instead', () => {
  it.each(
    tableOf(`
    start: July 2025 | Write "2025-07".
    start: Sept. 2025 | Write "2025-09".
    start: 1 August 2025 | Write "2025-08-01".
    start: 1st of August 2025 | Write "2025-08-01".
    start: "Aug 1, 2025" | Write "2025-08-01".
    start: "August 1st, 2025" | Write "2025-08-01".
    start: 01.08.2025 | Write "2025-08-01".
    start: 08/01/2025 | write "2025-08-01" or "2025-01-08".
    start: 08-01-2025 | write "2025-08-01" or "2025-01-08".
    start: 31/08/2025 | Write "2025-08-31".
    start: 2025/8/1 | Write "2025-08-01".
    start: Q3 2025 | Write "2025-Q3".
    start: third quarter of 2025 | Write "2025-Q3".
    start: from July 2025 | Write "2025-07".
    start: after 2025-08-31 | Write "not before 2025-09-01".
    start: immediately | Write "at once".
    deadline: by July 2025 | Write "by 2025-07".
    deadline: by the end of 2028 | Write "by 2028".
    deadline: within 90 days | Write "90 days from DAY"
    deadline: within 90 days of 1 August 2025 | Write "90 days from 2025-08-01".
    deadline: 2026-2028 | Write "2026 to 2028".
    end: 90 days | "duration: 90 days"
    end: one year | Write "one year from DAY"
    end: until 2026-11-10 | Write "2026-11-10" where it stops on that day
    end: through 2026-02 | Write "through 2026-02-28".
    end: through 2028 | Write "through 2028-12-31".
    end: until the end of 2028 | Write "through 2028-12-31".
    end: indefinitely | Write "open" where no end is set
    end: 90 days after china delivers | Write "90 days from china delivers".
    end: 90 days from china deliver | Did you mean "90 days from china delivers"?
    value: July 2025 | Write "2025-07".
    value: 08/01/2025 | write "2025-08-01" or "2025-01-08".
    value: 2026-2028 | Write "2026 to 2028".
    value: 5 t, period: 2026-2028 | Write "2026 to 2028".
    value: 5 t, period: annually | Write "a year" after the figure
    value: 5 t, period: each year 2026-2028 | Write "each of 2026 to 2028".
    value: 5 t, period: through 2028 | Write the first year too: "2025 to 2028"
    value: 5 t, period: 3 years | such as "2026 to 2028"
    value: 5 t, period: next year | Write "2026".
    value: between 10% and 20% | Write "10% to 20%".
    value: not between 10% and 20% | Write "not 10% to 20%".
    value: 10-20% | Write "10 to 20%".
    value: 1.5 m USD | Write "1.5 mn USD".
    value: 1.5m USD | Write "1.5 mn USD".
    value: 2k USD | Write "2 thousand USD".
    value: between 1.5m and 2m USD | Write "1.5 mn to 2 mn USD".
    value: 1e6 t | Write "1 million t".
    value: 2.5e9 USD | Write "2.5 bn USD".
    value: -10% | write "10%", with "act: lower".
    value: ~55% | Write "about 55%".
    value: 12 Mt or more | Write "at least 12 Mt".
    value: "1,5 Mt" | Write "1.5 Mt".
    value: 5 bn usd | Write "5 bn USD".
    value: 5 milion USD | Did you mean "5 million USD"?
    value: 10 bushells of corn | Did you mean "10 bushels of corn"?
    value: 200 planes | Did you mean "200 aircraft"?
    value: at least 200 aircrafts | Did you mean "at least 200 aircraft"?
    value: 5 bn dollars | write the currency, such as "USD"
    value: 100 bn yuan | write "CNY"
    value: 5 cars | (aircraft, ships), or declare it: words: { units: { cars: count } }.
    value: 75 percent increase | Write "75%", with "act: raise", and under \`basis\` what it counts.
    value: 15% tariff | Write "15%", and under \`basis\` what it counts.
    value: nothing | Write "none".
    scope: all goods | Leave the scope out
    scope: everything | Leave the scope out
    scope: global | Leave the scope out
    scope: goods | Leave the scope out, or name some of the goods.
    scope: all rare earths | Write "rare earths".
    scope: rare earths and gallium | Write "[rare earths, gallium]".
    scope: "only [rare earths, gallium]" | Write "scope: { only: [rare earths, gallium] }".
    scope: gallium only | Write "only gallium".
    scope: farm goods except soybeans | Write "except: soybeans" beside "scope: farm goods".
    act: will buy | Write "buy".
    act: shall buy | Write "buy".
    act: to buy | Write "buy".
    act: purchase | Write "buy".
    act: buys | Write "buy".
    act: buying | Write "buy".
    act: not buying | Write "not buy".
    act: only purchases | Write "only buy".
    act: halt | Write "suspend".
    act: pauses | Write "suspend".
    act: removing | Write "remove".
    act: abolished | Write "remove".
    act: lifting | Write "remove".
    act: cuts | Write "lower".
    act: increasing | Write "raise".
    act: maintained | Write "keep".
    act: approves applications | Write "approve applications".
    act: suspend or remove | Leave the step out: write "value: yes"
    act: considers buying | Write "buy", with "force: considers".
    act: not only suspend | Write the step that is done beyond "suspend"
    act: invest | words: { ladders: { act: [{ steps: [invest] }] } }
    status: not final | Write "not concluded" or "not signed"
    status: agreed | Write "concluded".
    status: deal | Write "concluded".
    status: done | Write "concluded".
    status: framework | Write "in principle".
    status: agreed in principle | Write "in principle".
    value: 500 mn to 2 bn usd | Write "500 mn to 2 bn USD".
    force: will | Write "commits".
    force: not binding | Write "non-binding".
    stance: must | Write "shall".
    stance: should | Write "shall".
    stance: will | Write "shall".
    stance: must not | Write "shall not".
    duration: at least 1 year | Write "end: not before DAY"
    start: 2025-11-10, duration: at least 1 year | Write "end: not before 2026-11-10"
    duration: 1.5 years | Write "18 months".
    act: buy, until: 2025-11-10 | Write \`end\`.
    act: buy, from: 2025-11-10 | Write \`start\`.
    act: buy, date: 2025-11-10 | \`date\` belongs to a source.
    act: buy, denied: us-1 | \`declined\` belongs to a silence
    act: buy, amount: 5% | Write \`value\`.
    act: buy, figure: 5% | Write \`value\`.
    act: buy, condition: rules met | Write \`conditions\`.
    act: buy, who: china | \`obligor\` belongs to a term.
    act: buy, goods: soybeans | Write \`scope: { goods: … }\`.`),
  )('{ %s }: %s', (yaml, advice) => {
    expect(helpOf(yaml as string)).toContain(advice)
  })

  it('writes nothing that is itself refused', () => {
    for (const yaml of ['between 10 planes and 20 planes', 'from 10% to 5 pp', '31.02.2025', '13/13/2025'])
      expect(helpOf(`value: ${yaml}`)).not.toMatch(/^Write "/)
  })

  it('suggests no length of time for a count', () => {
    for (const unit of ['cars', 'dayz', 'yards', 'mouths', 'weaks', 'yearlings'])
      expect(helpOf(`value: 5 ${unit}`)).not.toMatch(/"[^"]*(day|week|month|quarter|year)s?"/)
  })

  it('says it of the day of a source', () => {
    const found = parseSmall({ us: 'act: buy', sources: ['x: { by: Wire, date: 1 August 2025 }'] })
    expect(errorsOf(found).map((d) => d.help)).toEqual(['Write "2025-08-01".'])
  })
})

describe('a message', () => {
  const messageOf = (yaml: string): string => {
    const [d] = errorsOf(claimed(yaml))
    return `${d?.message} ${d?.help}`
  }

  it('names each key once, twelve at most, the nearest first', () => {
    const message = messageOf('act: buy, scop: gallium')
    const named = [...message.matchAll(/"(\w+)"/g)].map((m) => m[1])
    expect(new Set(named).size).toBe(named.length)
    expect(named).toHaveLength(13)
    expect(named.slice(0, 2)).toEqual(['scop', 'scope'])
  })

  it('gives no list of examples twice', () => {
    for (const yaml of [
      'start: xyz',
      'end: xyz',
      'deadline: by xyz',
      'value: xyz',
      'value: 5',
      'duration: x',
    ])
      for (const example of [
        '2025-08-12',
        '2025-Q4',
        '"by 2025-12-31"',
        '55%',
        '"at least 12 Mt"',
        '90 days',
      ])
        expect(messageOf(yaml).split(example).length, `${yaml}: ${example}`).toBeLessThanOrEqual(2)
  })

  it('repeats no more than sixty characters of what was written', () => {
    const long = 'x'.repeat(200)
    for (const key of [
      'act',
      'value',
      'basis',
      'scope',
      'except',
      'start',
      'end',
      'deadline',
      'sequence',
      'status',
    ])
      expect(messageOf(`${key}: ${long}`)).not.toContain('x'.repeat(61))
    for (const key of ['force', 'stance', 'conditions', 'duration', 'source', 'nature'])
      expect(messageOf(`${key}: ${long}`)).not.toContain('x'.repeat(61))
    expect(messageOf(`act: buy, ${long}: 1`)).not.toContain('x'.repeat(61))
    expect(messageOf(`value: 5 ${long}`)).not.toContain('x'.repeat(61))
    expect(messageOf(`end: 5 days from ${long}`)).not.toContain('x'.repeat(61))
  })

  it('guesses for the first twenty of a kind', () => {
    const found = parseSmall({ us: Array.from({ length: 30 }, (_, i) => `act: buys, part: p${i}`) })
    const guessed = errorsOf(found).filter((d) => d.help === 'Write "buy".')
    expect(errorsOf(found)).toHaveLength(30)
    expect(guessed).toHaveLength(20)
  })
})
