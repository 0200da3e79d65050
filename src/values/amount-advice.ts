import { nearest, normalWord } from '../words.ts'
import { headOf, readAmount } from './amount.ts'
import { isWrong, type QuantityWords, readNumber } from './quantity.ts'
import { builtInUnits, multipliers, refusedUnits } from './units.ts'

/** What to write for an amount that cannot be read: computed, and never itself refused. */

const money = '(usd|eur|cny|jpy|gbp|krw|inr|cad|aud|chf|mxn|brl|rub|idr|vnd|twd|hkd|sgd)'

/** Other ways of writing, and how the grammar says them; one after another, until the text can be read. */
const spellings: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/^(?:>=|=>|≥)\s*/, 'at least '],
  [/^(?:<=|=<|≤)\s*/, 'at most '],
  [/^(?:>|above|exceeding|in excess of)\s*/i, 'more than '],
  [/^(?:<|below)\s*/i, 'less than '],
  [/^(?:~|≈|approximately|approx\.?|roughly|circa|some|nearly)\s*/i, 'about '],
  [/^=\s*/, ''],
  [/^(\d.*?)(?:\s*\+| or (?:more|higher|above)| and (?:more|above)| (?:minimum|at least))$/i, 'at least $1'],
  [/^(\d.*?)(?: or (?:less|lower|below)| (?:maximum|max|at most))$/i, 'at most $1'],
  [/^between (.+) and (.+)$/i, '$1 to $2'],
  [/^from (.+) to (.+)$/i, '$1 to $2'],
  [/^(\d\S*?)\s*[-–—]\s*(\d.*)$/, '$1 to $2'],
  [/^(\d.*?)\s*(?: -|[–—])\s*(\d.*)$/, '$1 to $2'],
  [
    /(\d(?:\.\d+)?)e\+?(\d{1,2})(?=\s|%|$)/i,
    (_, digits = '', power = '') => plainNumber(digits, Number(power)),
  ],
  [/(\d)\s*(?:m|mln|mil|mio)\.?(?=\s|$)/gi, '$1 mn'],
  [/(\d)\s*k(?=\s|$)/gi, '$1 thousand'],
  [/(\d)\s*(?:b|bln|mrd)\.?(?=\s|$)/gi, '$1 bn'],
  [/(\d)\s*trn(?=\s|$)/gi, '$1 tn'],
  [/\b(\d{1,3}),(\d{1,2})(?=\s|%|$)/g, '$1.$2'],
  [/(\d) (?=\d{3}(?!\d))/g, '$1'],
  [new RegExp(`\\b${money}\\b`, 'gi'), (code) => code.toUpperCase()],
  [/ (?:each|every) (year|quarter|month|day)$/i, ' a $1'],
  [/ ?\/ ?(?:yr|y|annum)$/i, ' a year'],
  [/ (quarterly|monthly|daily)$/i, (_, rate = '') => ` a ${rates[rate.toLowerCase()]}`],
  [/^an? (?=year|quarter|month|week|day)/i, '1 '],
  [/percent points?|%-points?|% points?/i, 'pp'],
]
const rates: Readonly<Record<string, string>> = { quarterly: 'quarter', monthly: 'month', daily: 'day' }

const plainNumber = (digits: string, power: number): string => {
  const [big, word] = power >= 9 ? [9, ' bn'] : power >= 6 ? [6, ' million'] : [0, '']
  const [whole = '', part = ''] = digits.split('.')
  const left = power - big
  const number = `${whole}${part.slice(0, left).padEnd(left, '0')}`
  return `${number}${part.length > left ? `.${part.slice(left)}` : ''}${word}`
}

/** What counts the same, by the word that is usually declared. */
const counts: Readonly<Record<string, string>> = {
  planes: 'aircraft',
  airplanes: 'aircraft',
  aeroplanes: 'aircraft',
  jets: 'aircraft',
  airliners: 'aircraft',
  companies: 'firms',
  enterprises: 'firms',
  permits: 'licences',
  licenses: 'licences',
}

/** What to write instead; null where nothing is known. `before` stands before the amount. */
export function amountAdvice(text: string, words: QuantityWords, before = ''): string | null {
  const reads = (t: string): boolean => !isWrong(readAmount(t, words))
  const { said, body } = headOf(text)
  const sign = /^([-−–+])\s*(?=\d)/.exec(body)
  if (sign) {
    const plain = said + body.slice(sign[0].length)
    return reads(plain)
      ? `No figure has a sign: write "${plain}", with "act: ${sign[1] === '+' ? 'raise' : 'lower'}".`
      : null
  }
  let t = body
  for (const [form, instead] of spellings) {
    const spelled = t.replace(form, instead as string)
    if (spelled === t) continue
    t = spelled
    if (reads(said + t)) return `Write "${before}${said}${t}".`
  }
  return changed(t) ?? unitAdvice(t, said, words, before)
}

/** `75 percent increase`: how much by, and which way. */
function changed(text: string): string | null {
  const m = /^(\d+(?:\.\d+)?)\s*(?:%|percent|per cent) (?:of |in )?(?:an? )?([a-z][a-z ]*)$/i.exec(text)
  if (!m?.[1] || !m[2]) return null
  const up = /increase|rise|hike|raise|higher|more|up\b/i.test(m[2])
  const down = /cut|reduction|decrease|drop|fall|lower|less|down|discount/i.test(m[2])
  const act = up ? ', with "act: raise"' : down ? ', with "act: lower"' : ''
  return `Write "${m[1]}%"${act}, and under \`basis\` what it counts.`
}

/** What a word after the number may have been meant to be. Never a length of time: no count is one. */
function unitAdvice(text: string, said: string, words: QuantityWords, before: string): string | null {
  const read = readNumber(text)
  if (!read || !/^\s?\p{L}/u.test(read.rest)) return null
  const number = text.slice(0, text.length - read.rest.length)
  const written = read.rest.trim()
  if (written.split(' ').some((w) => refusedUnits.has(w.toLowerCase()))) return null
  const declared = [...words.units].filter(([name]) => !builtInUnits.has(name)).map(([name]) => name)
  const meant = Object.hasOwn(counts, normalWord(written)) ? counts[normalWord(written)] : undefined
  const longNames = [...builtInUnits].flatMap(([n, u]) =>
    n.length > 3 && !/^(day|month)$/.test(u.dimension) ? [n] : [],
  )
  const [first = '', ...rest] = written.split(' ')
  const times = nearest(
    first,
    [...multipliers.keys()].filter((w) => w.length > 3),
  )
  const like = nearest(first, ['bushels', ...longNames])
  const guesses = [
    meant,
    nearest(written, declared),
    times && [times, ...rest].join(' '),
    like !== null && rest.length > 0 && [like, ...rest].join(' '),
    nearest(written, longNames),
  ]
  for (const guess of guesses) {
    const instead = `${said}${number.trim()} ${guess}`
    if (guess && !isWrong(readAmount(instead, words))) return `Did you mean "${before}${instead}"?`
  }
  if (times || !/^[\p{L} -]{2,30}$/u.test(written)) return null
  const here =
    declared.length > 0
      ? `Write one of the words that count here (${declared.slice(0, 8).join(', ')})`
      : 'Put what is counted into scope'
  return `${here}, or declare it: words: { units: { ${normalWord(written)}: count } }.`
}
