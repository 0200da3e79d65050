import { facetKeys } from '../../read/deal-file.ts'
import type { MapKind } from './maps.ts'

/**
 * The order in which the keys of each map stand in the deals that are shipped: what it is first, then what was said
 * in words, then the facets in the order in which they are shown, and what it rests on last.
 */
export const houseOrder: Readonly<Record<MapKind, readonly string[]>> = {
  deal: [
    'deal',
    'title',
    'aliases',
    'held',
    'record-closes',
    'follows',
    'dollar',
    'parties',
    'words',
    'conversions',
    'sources',
    'terms',
    'jointly',
    'announced',
    'reported',
    'fates',
  ],
  party: ['name', 'short'],
  words: [
    'axes',
    'vague',
    'ladders',
    'opposites',
    'bases',
    'conditions',
    'compatible',
    'events',
    'units',
    'about',
  ],
  ladder: ['steps', 'floor'],
  basis: ['says', 'adds-up', 'of'],
  conversion: ['that', 'is', 'source'],
  source: ['party', 'by', 'kind', 'issuer', 'date', 'read', 'seen'],
  seen: ['copy', 'via', 'url'],
  term: ['title', 'topic', 'subject', 'obligor', 'nature', 'between', 'choices', 'assume'],
  assume: facetKeys,
  claim: [
    'part',
    'nature',
    'says',
    'quote',
    'original',
    ...facetKeys,
    'was',
    'returns',
    'supersedes',
    'source',
  ],
  silence: ['silent', 'declined', 'noted-by', 'general', 'quote', 'not-applicable', 'says'],
  reported: ['term', 'attributed', 'part', 'says', 'quote', ...facetKeys, 'was', 'returns', 'source'],
  fate: ['term', 'part', 'fate', 'date', 'deal', 'says', 'source'],
}

/** What a map is, in words for a message. */
export const nameOfKind: Readonly<Record<MapKind, string>> = {
  deal: 'a deal file',
  party: 'a party',
  words: 'the words',
  ladder: 'a ladder',
  basis: 'a basis',
  conversion: 'a conversion',
  source: 'a source',
  seen: 'a place where it was seen',
  term: 'a term',
  assume: 'what a term assumes',
  claim: 'a claim',
  silence: 'a silence',
  reported: 'a reported claim',
  fate: 'a fate',
}
