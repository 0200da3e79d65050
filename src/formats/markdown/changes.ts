import type { Place } from '../../place.ts'
import type { ChangesReport, DealChange, EntryChange, WordChange } from '../../report/report.ts'
import { countsChange, headline, movedWords, staying } from '../text/changes-counts.ts'
import {
  causesOf,
  type Changed,
  comparedWords,
  couldBeWords,
  flipped,
  inBoth,
  keptWords,
  kindWords,
  newlyGrave,
  type revisionWords,
  standings,
  verdictChanged,
  wordGroups,
  wordValue,
  worstFirst,
} from '../text/changes-words.ts'
import { againstItselfWords, retold } from '../text/changes-itself.ts'
import { shortDate } from '../text/dates.ts'
import { count, shortOf } from '../text/words.ts'
import { entryItems, fieldText } from './changes-entry.ts'
import { bold, code, head, inHtml, link, literal, row, short, someOf } from './escape.ts'
import { glyphs } from './glyphs.ts'
import { type Item, plain, type Section, weights } from './page.ts'

/** Where something stands, from the root of the repository. */
export type At = (place: Place) => string

const ARROW = '→'

const side = (parts: ReturnType<typeof revisionWords>): string =>
  parts
    .map(({ text, name }, i) => (i === 0 ? (name ? code(text) : literal(text)) : `(${code(text)})`))
    .join(' ')

/** A verdict with its sign; what cannot both hold stands out. */
function verdictText(changed: Changed, which: 'before' | 'after'): string {
  const [before, after] = standings(changed)
  const words = which === 'before' ? before : after
  const verdict = changed.term[which]?.verdict ?? null
  if (verdict === null) return literal(words)
  const text = `${literal(glyphs[verdict])} ${literal(words)}`
  return which === 'after' && verdict === 'contradiction' ? `<b>${text}</b>` : text
}

/** Name of the term, its deal and its own name, to be typed. */
const termText = ({ deal, term }: Changed): string =>
  `${bold(short(term.title))}<br>${literal(short(deal.title))} · ${code(term.id)}`

/** The edits that brought it about, each with its place. */
const causesText = (changed: Changed, at: At): string =>
  someOf(
    causesOf(changed).map(({ sentence, place }) => `${literal(short(sentence))} ${at(place)}`),
    '<br>',
  )

function flipItem(changed: Changed, at: At): Item {
  const { term } = changed
  const sentences = [term.after?.sentence ?? '', couldBeWords(term.after), ...againstItselfWords(changed)]
  const told = sentences.filter((text) => text !== '')
  const after = [verdictText(changed, 'after'), ...told.map((text) => literal(short(text)))].join('<br>')
  return {
    text: row([termText(changed), verdictText(changed, 'before'), after, causesText(changed, at)]),
    weight: term.after?.verdict === 'contradiction' ? weights.trouble : weights.worst,
  }
}

/** A new quote as something to be checked: who, when, the words, and where they can be read. */
function quoteItem(deal: DealChange, entry: EntryChange, quote: string, at: At): Item {
  const names = entry.parties.map((party) => shortOf(deal, party)).join(', ')
  const who = [entry.by ?? '', entry.date === null ? '' : shortDate(entry.date, null)]
  const said = [names === '' ? '' : bold(names), ...who.map(literal)].filter((text) => text !== '').join(', ')
  const where = link(entry.url) || '_no address is given_'
  return {
    text: `- [ ] ${said}: “${literal(short(quote))}” · ${where} · ${at(entry.place)}`,
    weight: weights.quote,
  }
}

/** Every quote that was not there before, once. */
function quotesSection(changes: ChangesReport, at: At): Section[] {
  const items = changes.deals.flatMap((deal) =>
    deal.terms.flatMap((term) =>
      term.entries.flatMap((entry) =>
        entry.newQuote === null ? [] : [quoteItem(deal, entry, entry.newQuote, at)],
      ),
    ),
  )
  if (items.length === 0) return []
  return [
    {
      before: `#### New quotes, to be checked at the source\n\nTick what was found there word for word.\n`,
      items,
      one: 'new quote',
    },
  ]
}

/** One term in a list of what was edited: what it is now, and each entry below. */
function termItem(changed: Changed, at: At): Item {
  const { deal, term } = changed
  const [before, after] = standings(changed)
  const flips = verdictChanged(term)
  const verdict = flips ? `${before} ${ARROW} ${after}` : keptWords(changed)
  const [was, is] = (flips ? null : retold(changed)) ?? []
  const told = was === undefined ? [] : [`was: ${was}`, `is: ${is}`]
  // Of a verdict that changed, its row has these; of one that came with its deal, the deal is the cause.
  const causes = flips ? [] : term.causes
  const called = term.was === null ? '' : `, before ${code(term.was)}`
  const lines = [
    `- ${bold(short(term.title))} ${code(term.id)}${called}: ${literal(verdict)} · ${at(term.place)}`,
    ...told.map((text) => `  - ${literal(short(text))}`),
    ...(flips && inBoth(deal) ? [] : againstItselfWords(changed)).map(
      (text) => `  - ${literal(short(text))}`,
    ),
    ...causes.map(({ sentence, place }) => `  - because: ${literal(short(sentence))} ${at(place)}`),
    ...(term.state === 'added' ? [] : term.fields).map((field) => `  - ${fieldText(field, 'edited')}`),
    ...term.entries.flatMap((entry) => entryItems(deal, entry, at)),
  ]
  return { text: lines.join('\n'), weight: weights.detail }
}

/** Everything that was edited in one deal, folded away. */
function dealSection(deal: DealChange, changes: ChangesReport, at: At): Section {
  const terms = deal.terms.length > 0 ? count(deal.terms.length, 'term') : ''
  const sources = deal.sources.length > 0 ? count(deal.sources.length, 'statement') : ''
  const what = [movedWords(deal, changes, ARROW), terms, sources].filter((text) => text !== '').join(', ')
  const left = inBoth(deal) ? staying(deal) : 0
  const counts = countsChange(deal, ARROW).join(' · ')
  const items: Item[] = [
    ...worstFirst(deal.terms.map((term) => ({ deal, term }))).map((changed) => termItem(changed, at)),
    ...deal.sources.map((source): Item => {
      const fields = source.state === 'edited' || source.state === 'renamed' ? source.fields : []
      const name = source.was === null ? code(source.id) : `${code(source.was)} ${ARROW} ${code(source.id)}`
      const by = `${literal(short(source.by))}, ${literal(shortDate(source.date, null))} ${name}`
      const where = source.state === 'added' ? ` · ${link(source.url) || '_no address is given_'}` : ''
      const lines = [
        `- statement ${source.state}: ${by}${where} · ${at(source.place)}`,
        ...fields.map((field) => `  - ${fieldText(field, source.state)}`),
      ]
      return { text: lines.join('\n'), weight: weights.detail }
    }),
    ...wordItems(deal.words, at),
    ...deal.fields.map((field) => ({ text: `- ${fieldText(field, 'edited')}`, weight: weights.detail })),
  ]
  const summary = `<b>${inHtml(short(deal.title))}</b>${what === '' ? '' : `: ${inHtml(what)}`}`
  const rest = left > 0 ? `${count(left, 'other term')} as before.\n\n` : ''
  return {
    before: `<details><summary>${summary}</summary>\n\n${literal(counts)}\n`,
    items,
    after: `${rest}</details>`,
    one: 'edit',
  }
}

/** Words that came or went together, or one that was edited. */
const wordItems = (words: readonly WordChange[], at: At): Item[] =>
  wordGroups(words).map((group) => {
    const [first] = group
    const names = someOf(
      group.map(({ word }) => bold(short(word))),
      ', ',
    )
    const value = group.length === 1 ? wordValue(first) : null
    const said = (text: string | null): string => literal(short(text ?? 'nothing'))
    const more =
      first.state === 'edited'
        ? `: ${said(first.before)} ${ARROW} ${said(first.after)}`
        : value === null
          ? ''
          : `: ${said(value)}`
    const text = `- ${first.state}: ${literal(kindWords(first.kind))} ${names}${more} · ${at(first.place)}`
    return { text, weight: weights.worst }
  })

/** What an edit changed: the verdicts in a table, the quotes to be checked, and all that was edited folded away. */
export function changesSections(changes: ChangesReport, at: At): Section[] {
  const { base, head: now } = comparedWords(changes)
  const compared = `${side(base)} ${ARROW} ${side(now)}`
  if (changes.deals.length === 0 && changes.words.length === 0) {
    const of = changes.same === 0 ? '' : ` in ${count(changes.same, 'deal')}`
    return [plain(`### dealdiff: nothing changed\n\n${compared}\n\nNo term, no statement, no verdict${of}.`)]
  }
  const title = headline(changes)
    .map(({ text }) => text)
    .join(' · ')
  const flips = [...newlyGrave(changes), ...flipped(changes)]
  const table: Section[] =
    flips.length === 0
      ? []
      : [
          {
            before: head(['Term', 'Before', 'Now', 'Because']),
            items: flips.map((changed) => flipItem(changed, at)),
            one: 'verdict that changed',
          },
        ]
  const words: Section[] =
    changes.words.length === 0
      ? []
      : [
          {
            before: '#### Words that all deals share\n',
            items: wordItems(changes.words, at),
            one: 'word',
          },
        ]
  const edited = changes.deals.map((deal) => dealSection(deal, changes, at))
  const same = changes.same > 0 ? [plain(`${count(changes.same, 'other deal')} as before.`)] : []
  return [
    plain(`### dealdiff: ${title}\n\n${compared}`),
    ...table,
    ...quotesSection(changes, at),
    ...words,
    ...(edited.length > 0 ? [plain('#### What was edited')] : []),
    ...edited,
    ...same,
  ]
}
