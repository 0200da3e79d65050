import { count } from '../text/words.ts'

/** GitHub takes no comment that is longer; a bot may want to add a line of its own. */
export const MOST_CHARACTERS = 65_536
const SPARE = 1024
/** What stands around a section: empty lines, and the word on what was left out. */
const FRAME = 60

/** A line of a table or a list; of two that do not both fit, that with the lower number is kept. */
export interface Item {
  readonly text: string
  readonly weight: number
}

/** A stretch of a page: what stands before some items, the items, and what stands after them. */
export interface Section {
  readonly before: string
  readonly items: readonly Item[]
  readonly after?: string
  /** What one item is, to say how many were left out. */
  readonly one: string
}

/** A stretch that is never cut. */
export const plain = (before: string): Section => ({ before, items: [], one: '' })

/** By these the items of a page are kept or cut, the first the longest. */
export const weights = { trouble: 0, worst: 1, quote: 2, error: 3, warning: 4, detail: 5, note: 6 } as const

/**
 * The items that fit, by weight, then in their order. Where one of a section does not, none after it does: a shorter one
 * would only hide that something is missing.
 */
function fitting(sections: readonly Section[], room: number): Set<Item> {
  const items = sections.flatMap((section) => section.items.map((item) => ({ item, section })))
  const kept = new Set<Item>()
  const full = new Set<Section>()
  let used = 0
  for (const { item, section } of items.sort((x, y) => x.item.weight - y.item.weight)) {
    const size = item.text.length + 1
    if (full.has(section) || used + size > room) full.add(section)
    else {
      kept.add(item)
      used += size
    }
  }
  return kept
}

/** What one section comes to; what of it is cut is counted where it stood. */
function sectionText({ before, items, after, one }: Section, kept: ReadonlySet<Item>): string[] {
  const shown = items.filter((item) => kept.has(item))
  const cut = items.length - shown.length
  if (items.length > 0 && shown.length === 0) return [`_${count(cut, one)} left out: the page is full._`]
  const lines = [before, ...shown.map((item) => item.text)].join('\n')
  const more = cut === 0 ? [] : [`_${cut} more left out: the page is full._`]
  return [lines, ...more, ...(after === undefined ? [] : [after])]
}

/** The sections below each other, as much of them as a comment takes. */
export function pageOf(sections: readonly Section[]): string {
  const most = MOST_CHARACTERS - SPARE
  const frames = sections.reduce(
    (sum, { before, after = '', one }) => sum + before.length + after.length + one.length + FRAME,
    0,
  )
  const kept = fitting(sections, Math.max(most - frames, most / 2))
  const texts = sections
    .map((section) => sectionText(section, kept).join('\n\n'))
    .filter((text) => text !== '')
  // Headings alone can be too many, too.
  let used = 0
  const end = texts.findIndex((text) => (used += text.length + 2) > most)
  if (end < 0) return texts.join('\n\n')
  return [...texts.slice(0, end), `_${count(texts.length - end, 'part')} left out: the page is full._`].join(
    '\n\n',
  )
}
