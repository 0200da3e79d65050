import { nearest, normalWord } from '../words.ts'

/** What words of everyday speech are in the words of a deal file. */

type Table = readonly (readonly [meant: string, said: readonly string[]])[]
const lookUp = (table: Table, said: string): string | null =>
  table.find(([, words]) => words.includes(said))?.[0] ?? null

const acts: Table = [
  ['buy', ['purchase']],
  ['suspend', ['halt', 'pause']],
  ['remove', ['cancel', 'abolish', 'lift']],
  ['lower', ['reduce', 'cut']],
  ['raise', ['increase']],
  ['keep', ['maintain', 'retain']],
]
const statuses: Table = [
  [
    'concluded',
    [
      'agreed',
      'deal',
      'done',
      'agreement',
      'closed',
      'completed',
      'reached',
      'final',
      'finalised',
      'finalized',
    ],
  ],
  [
    'in principle',
    ['framework', 'agreed in principle', 'agreement in principle', 'framework agreement', 'handshake'],
  ],
  [
    'negotiating',
    ['talks', 'in talks', 'under negotiation', 'in negotiation', 'being negotiated', 'ongoing'],
  ],
  ['proposed', ['draft', 'offered', 'offer', 'proposal']],
  ['signed', ['signature']],
  ['adopted', ['ratified', 'approved']],
  ['in force', ['effective', 'in effect', 'implemented', 'active']],
]
const forces: Table = [
  ['hopes', ['hope', 'wishes', 'would like', 'wants']],
  ['considers', ['considering', 'consider', 'might', 'could', 'may', 'explores']],
  ['best efforts', ['best effort', 'endeavours', 'endeavors', 'tries', 'strives']],
  ['intends', ['intend', 'plans', 'plan', 'aims', 'expects', 'intention']],
  [
    'commits',
    [
      'will',
      'shall',
      'must',
      'commit',
      'committed',
      'commitment',
      'promises',
      'pledges',
      'pledge',
      'agrees',
      'undertakes',
      'guarantees',
    ],
  ],
  ['non-binding', ['nonbinding', 'not binding', 'not legally binding', 'voluntary']],
]
const stances: Table = [
  ['shall', ['must', 'should', 'will', 'has to', 'have to', 'required', 'obliged', 'mandatory']],
  ['may', ['can', 'might', 'could', 'allowed', 'permitted']],
  [
    'shall not',
    ['must not', 'will not', 'should not', 'cannot', 'can not', 'may not', 'forbidden', 'prohibited', 'not'],
  ],
  ['optional', ['need not', 'not required', 'voluntary', 'free']],
  ['no commitment', ['not bound', 'not committed', 'no obligation', 'not obliged', 'no promise']],
]

/** `Did you mean`, where a word is near to what was written. */
export const didYouMean = (written: string, known: Iterable<string>): { help: string } | null => {
  const near = nearest(written, known)
  return near === null ? null : { help: `Did you mean "${near}"?` }
}
const write = (text: string): string => `Write "${text}".`

export function statusAdvice(text: string): string | null {
  const said = normalWord(text)
  const m = /^(not|only) (.+)$/.exec(said)
  if (m?.[1] === 'not' && lookUp(statuses, m[2] ?? '') === 'concluded')
    return 'Write "not concluded" or "not signed", whichever was said.'
  const meant = lookUp(statuses, said) ?? lookUp(statuses, m?.[2] ?? '')
  return meant && write(m && lookUp(statuses, said) === null ? `${m[1]} ${meant}` : meant)
}

export function forceAdvice(text: string): string | null {
  const said = normalWord(text)
  if (/^(legally )?binding$/.test(said)) return 'Write "commits", and under `says` that it binds in law.'
  const meant = lookUp(forces, said)
  return meant && write(meant)
}

export function stanceAdvice(text: string): string | null {
  const meant = lookUp(stances, normalWord(text))
  return meant && write(meant)
}

/** What a verb's form may be a form of: buys, buying, bought of none. */
function stems(verb: string): readonly string[] {
  const bare = /^(.+?)(?:ing|ed)$/.exec(verb)?.[1]
  return [
    verb,
    ...(verb.endsWith('ies') ? [`${verb.slice(0, -3)}y`] : []),
    ...(verb.endsWith('es') ? [verb.slice(0, -2)] : []),
    ...(verb.endsWith('s') ? [verb.slice(0, -1)] : []),
    ...(bare === undefined ? [] : [bare, `${bare}e`, ...(/(.)\1$/.test(bare) ? [bare.slice(0, -1)] : [])]),
    ...(verb.endsWith('ied') ? [`${verb.slice(0, -3)}y`] : []),
  ]
}

/** The act that some words of speech are, known to the vocabulary; null where none is. */
function actMeant(said: string, known: ReadonlySet<string>): string | null {
  const [verb = '', ...object] = said.split(' ')
  for (const stem of stems(verb)) {
    const full = [stem, ...object].join(' ')
    for (const act of [full, lookUp(acts, full), [lookUp(acts, stem) ?? stem, ...object].join(' ')])
      if (act !== null && known.has(act)) return act
  }
  return null
}

const MODAL =
  /^(?:will|shall|to|would|must|has to|have to|is to|are to|going to|agree to|agrees to|agreed to|commits to|committed to|may|can|might|could|should) (?=.)/

/** What to write for words that are no act. */
export function actAdvice(text: string, known: ReadonlySet<string>): string | null {
  const said = normalWord(text)
  const either = said.split(/ or /)
  if (either.length > 1 && either.some((w) => actMeant(w.replace(MODAL, ''), known) !== null))
    return 'Leave the step out: write "value: yes", and say it in `says`.'
  const each = said.split(/ and |, | & /)
  if (each.length > 1 && each.every((w) => actMeant(w.replace(MODAL, ''), known) !== null))
    return 'A claim has one act, which includes the lesser steps: write the furthest, or a claim with a `part` for each.'
  const beyond = /^not only (.+)$/.exec(said)?.[1]
  if (beyond !== undefined) return `Write the step that is done beyond "${beyond}", or leave the step out.`
  const considered = /^(?:will )?consider(?:s|ing)? (.+)$/.exec(said)?.[1]
  const weighed = considered === undefined ? null : actMeant(considered, known)
  if (weighed !== null) return `Write "${weighed}", with "force: considers".`
  const modal = MODAL.exec(said)?.[0] ?? ''
  const m = /^(not |only )?(.+)$/.exec(said.slice(modal.length).replace(/^not to /, 'not '))
  const inner = m?.[2]?.replace(MODAL, '') ?? ''
  const act = actMeant(inner, known)
  if (act === null) return null
  return `Write "${m?.[1] ?? ''}${act}"${/^(may|can|might|could) $/.test(modal) ? ', with "stance: may" for a permission, or "force: considers" for a mere possibility' : ''}.`
}

/** What to write for words that are no word of scope; `known` has them all, `axes` the names of the axes. */
export function scopeAdvice(
  text: string,
  known: (word: string) => boolean,
  axes: Iterable<string>,
): string | null {
  const said = normalWord(text)
  const all = /^(?:all|any|every|the|all the|all kinds of|all types of)(?: (.+))?$/.exec(said)
  const rest = all?.[1]
  if (rest !== undefined && known(rest)) return write(rest)
  if (
    /^(everything|anything|everywhere|everyone|global|globally|worldwide|unlimited|general|whole)$/.test(
      said,
    ) ||
    (all && /^(all|any|every)/.test(said))
  )
    return 'Leave the scope out: without one a claim names no limit.'
  if ([...axes].includes(said)) return `Leave the scope out, or name some of the ${said}.`
  const list = /^(only |not |except )?\[(.*?)\]?$/.exec(said)
  const words = (list?.[2] ?? said).split(/\s*(?:,| and | & | or )\s*/).filter((w) => w !== '')
  if (words.length > (list ? 0 : 1) && words.every(known)) {
    const items = `[${words.join(', ')}]`
    return list?.[1] === 'except '
      ? `Write "except: ${items}".`
      : list?.[1]
        ? `Write "scope: { ${list[1]}: ${items} }".`.replace(' :', ':')
        : write(items)
  }
  const without = /^(?:(.+) )?(?:except|excluding|other than|without|but not)(?: for)? (.+)$/.exec(said)
  if (without?.[2] !== undefined && known(without[2]))
    return `Write "except: ${without[2]}"${without[1] && known(without[1]) ? ` beside "scope: ${without[1]}"` : ''}.`
  const only = /^(.+) only$/.exec(said)?.[1]
  return only !== undefined && known(only) ? write(`only ${only}`) : null
}
