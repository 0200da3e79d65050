import { dealAsOf } from '../compare/as-of.ts'
import { compareTerm } from '../compare/compare.ts'
import type { Deal } from '../deal.ts'
import type { Hit } from './report.ts'
import { normalWord } from '../words.ts'

/** Every term of a deal in which all the words stand as of a day (null: ever), and the best place where they do. */
export function findIn(whole: Deal, words: readonly string[], asOf: string | null): Hit[] {
  const deal = dealAsOf(whole, asOf)
  const wanted = words.map(normalWord).filter((w) => w !== '')
  const hits: Hit[] = []
  for (const term of deal.terms.values()) {
    const fields: { where: string; party: string | null; text: string; place: Hit['place'] }[] = []
    const put = (
      where: string,
      text: string | null,
      place: Hit['place'],
      party: string | null = null,
    ): void => {
      if (text !== null) fields.push({ where, party, text, place })
    }
    put('id', term.id, term.place)
    put('title', term.title, term.place)
    put('topic', term.topic, term.place)
    put('subject', term.subject, term.place)
    for (const history of (deal.histories.get(term.id) ?? new Map()).values())
      for (const entry of history) {
        put('quote', entry.quote, entry.place, entry.party)
        put('says', entry.says, entry.place, entry.party)
        if (entry.kind !== 'claim') continue
        put('value', entry.stated.map((s: { text: string }) => s.text).join('; '), entry.place, entry.party)
        put(
          'source',
          `${entry.source.id} ${entry.source.by} ${entry.source.issuer ?? ''}`.trim(),
          entry.place,
          entry.party,
        )
      }
    for (const r of deal.reported) if (r.term === term.id) put('says', r.says ?? r.quote, r.place)
    const all = normalWord(fields.map((f) => f.text).join('\n'))
    if (wanted.length === 0 || !wanted.every((w) => all.includes(w))) continue
    const count = (text: string): number => wanted.filter((w) => normalWord(text).includes(w)).length
    const best = fields.reduce((most, f) => (count(f.text) > count(most.text) ? f : most))
    hits.push({
      deal: deal.id,
      term: term.id,
      title: term.title,
      verdict: compareTerm(deal, term, null)?.verdict ?? null,
      ...best,
    })
  }
  return hits
}
