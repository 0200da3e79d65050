import { nearest } from '../words.ts'

/** What an unknown key was meant to be: another name of a key, or a key of another section. */

const otherNames: Readonly<Record<string, readonly string[]>> = {
  end: ['until', 'till', 'to', 'expires', 'through', 'ends'],
  start: ['from', 'since', 'begin', 'begins', 'starts', 'effective'],
  deadline: ['by-when', 'due'],
  value: ['amount', 'figure', 'number', 'quantity', 'rate', 'answer', 'sum'],
  conditions: ['condition', 'if', 'provided'],
  obligor: ['who', 'obliged', 'actor', 'whom'],
  declined: ['denied', 'refused'],
  act: ['action', 'verb', 'does', 'step'],
  except: ['exception', 'exceptions', 'excluding', 'without', 'excludes'],
  says: ['note', 'notes', 'comment', 'text', 'summary', 'said', 'statement', 'description'],
  quote: ['quotes', 'quotation', 'words'],
  sequence: ['order', 'after', 'before', 'when'],
  source: ['src', 'sources', 'ref', 'reference'],
  title: ['name', 'heading'],
  nature: ['type'],
  choices: ['options', 'answers'],
  between: ['parties', 'among'],
  url: ['link', 'href', 'address'],
  via: ['publisher', 'outlet'],
  by: ['speaker', 'author', 'who'],
  date: ['day', 'said-on', 'on'],
  kind: ['type', 'rank', 'level'],
  silent: ['silence', 'nothing', 'missing'],
  'record-closes': ['closes', 'until'],
  held: ['date', 'dates', 'when'],
}

/** Where a key belongs that some other section has. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'a source': ['date', 'by', 'kind', 'issuer', 'read', 'seen', 'party'],
  'a place where it was seen': ['url', 'via', 'copy'],
  'a term': ['title', 'topic', 'subject', 'obligor', 'between', 'choices', 'assume'],
  'a claim': [
    'act',
    'value',
    'basis',
    'period',
    'scope',
    'except',
    'conditions',
    'stance',
    'start',
    'end',
    'duration',
    'deadline',
    'sequence',
    'status',
    'force',
    'quote',
    'original',
    'part',
    'supersedes',
    'was',
    'returns',
    'says',
    'source',
  ],
  'a silence': ['silent', 'declined', 'noted-by', 'general', 'not-applicable'],
}

/** The words of scope by their axis, as people put them beside the other facets. */
const axes = ['goods', 'users', 'places']

/** What to write instead of a key; null where nothing is known. */
export function keyAdvice(written: string, what: string, keys: readonly string[]): string | null {
  const key = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  if (keys.includes(key)) return `Write \`${key}\`.`
  const meant = Object.keys(otherNames).filter((name) => otherNames[name]?.includes(key))
  const here = meant.find((name) => keys.includes(name))
  if (here !== undefined) return `Write \`${here}\`.`
  if (keys.includes('scope') && axes.includes(key)) return `Write \`scope: { ${key}: … }\`.`
  for (const name of [key, ...meant])
    for (const [home, has] of Object.entries(homes))
      if (home !== what && has.includes(name)) {
        const entry = home === 'a silence' ? ', an entry of its own' : ''
        return `\`${name}\` belongs to ${home}${entry}.`
      }
  const near = nearest(key, keys)
  return near && `Did you mean \`${near}\`?`
}

/** A name near to one that is none. */
export function nameAdvice(written: string): string {
  const name = written
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+|-+$/g, '')
    .slice(0, 60)
  return name === '' ? 'Begin it with a letter or a digit.' : `Write "${name}".`
}

/** What to write for a word that stands where a map of keys should. */
export function bareWordAdvice(written: string, what: string): string | null {
  if (what !== 'a claim') return null
  const word = written.trim().toLowerCase()
  if (/^(silent|silence|none|nothing|missing|unknown)$/.test(word))
    return 'Write "{ silent: all }" where every statement was searched, or "{ silent: [SOURCE] }".'
  if (/^(denied|declined|no comment|refused)$/.test(word)) return 'Write "{ declined: SOURCE }".'
  return /^(n\/a|na|not applicable)$/.test(word) ? 'Write "{ not-applicable: true }".' : null
}
