import type { Page } from '../report/report.ts'
import { aspectTexts } from './aspects.ts'
import { pagesOf, type Written } from './page.ts'

const older =
  'A statement from before the other side first spoke of it could not have answered it, and counts for nothing.'

/** What the screens say of a verdict, of a silence and of where a statement was read. */
const written = {
  'cannot be decided': {
    means:
      'How the screen calls the verdict unclear: it might be a contradiction, and what is recorded does not ' +
      'decide it. The verdicts that it could be stand below.',
    see: ['unclear', 'unresolved', 'contradiction'],
  },
  'counted aside': {
    means:
      'One side alone announced it, and yet it does not count as missing: it is no commitment, or it only ' +
      'denies something, or it is no matter of the other side’s. It is shown below what is missing, and has ' +
      'a count of its own.',
    see: ['missing', 'nature', 'commitment', 'not-applicable'],
  },
  'would have to do it': {
    means:
      'The side that would have to act, were the term carried out. What is missing is grouped by it: first ' +
      'what a side would have to do and did not announce, then what a side announced about itself and what ' +
      'no one would have to act on.',
    see: ['missing', 'obligor', 'counted aside'],
  },
  'against itself': {
    means:
      'Two statements of one side do not go together: both cannot hold, or a later one of lower rank moved ' +
      'a figure or a day. The term is marked with !, and the verdict between the sides does not rest on it.',
    see: ['kind', 'supersedes', 'contradiction'],
  },
  'not found': {
    means:
      'So many statements of the side were searched, and nothing of the term was found in them. Where they ' +
      'were not all seen whole, what was not seen might say it.',
    rule: older,
    see: ['seen whole', 'verified', 'partial', 'silent'],
  },
  'would not say': {
    means: 'The side was asked about it and gave no answer; the statement in which it was asked is named.',
    rule: older,
    see: ['declined', 'missing'],
  },
  'said to be silent': {
    means: 'Somebody else, who is named, reports that the side says nothing of it.',
    rule: older,
    see: ['noted', 'noted-by', 'missing'],
  },
  'spoke only of': {
    means:
      'The side named the topic and not the act; the words that it used are shown. Who names the act without ' +
      'a figure has announced it.',
    see: ['general', 'missing', 'unspecified'],
  },
  'nothing recorded': {
    means:
      'The file has neither a claim nor a search of this side’s statements for the term. The side may or may ' +
      'not have said it.',
    see: ['unrecorded', 'missing'],
  },
  'older than the claim': {
    means:
      'The side’s statements were searched, but all of them are from before the other side first spoke of ' +
      'the term. They could not have answered it, so the search counts for nothing.',
    see: ['unrecorded', 'not found'],
  },
  'does not apply': {
    means: 'The term is no matter of this side’s, so that its silence means nothing.',
    see: ['not-applicable', 'counted aside'],
  },
  'seen whole': {
    means:
      'Whoever recorded the statement read it from beginning to end. Of one seen in part, what was not seen ' +
      'might say more.',
    see: ['read', 'verified', 'partial'],
  },
  'read at the issuer': {
    means:
      'The statement was read where the one who made it published it: the nearest there is to its words.',
    see: ['copy', 'issuer', 'reprint', 'report'],
  },
  reprint: {
    means: 'The statement was read where somebody else printed its words, such as a news agency.',
    see: ['copy', 'via', 'read at the issuer', 'report'],
  },
  report: {
    means:
      'The statement was read as somebody else tells it: its words are known only as far as they are quoted ' +
      'there. What the press says was agreed is something else, and stands under reported.',
    see: ['copy', 'via', 'reprint', 'reported'],
  },
  'joint text': {
    means:
      'A statement of several sides together, such as a joint statement: it counts as the word of each. ' +
      'It is one statement, however many made it.',
    see: ['jointly', 'party', 'text'],
  },
  'side by side': {
    means:
      'What each side says of a term, aspect by aspect. At the end of a row stands how the two go together in ' +
      'that aspect.',
    see: ['not said', 'what is done', 'how much', 'for which'],
  },
  'not said': {
    means:
      'The side spoke of the term, and left this aspect open. What only one side leaves unsaid never makes a ' +
      'contradiction.',
    see: ['side by side', 'names-limit', 'unspecified'],
  },
  'why not': {
    means: 'Why the term does not have one of the verdicts next to the one that it has.',
    see: ['what would change it', 'verdict by date'],
  },
  'what would change it': {
    means:
      'What one side would have had to say for the verdict to be another. Each of these was tried: the ' +
      'comparison was made again with that one change.',
    see: ['why not', 'only', 'verdict by date'],
  },
  statements: {
    means:
      'Every statement and every search that the file has on the term, in the order of their dates, with the ' +
      'words, who said them and where they were read.',
    see: ['sources', 'kind', 'quote', 'read at the issuer'],
  },
  'verdict by date': {
    means:
      'How the verdict came about: a line for each day on which it changed, or what a side says did, with who ' +
      'said so, worked out from what had been said by then. “Still” is said where only what a side says is ' +
      'another. The last line is the verdict as it stands; what a statement left as it was has no line.',
    see: ['statements', 'date', 'what would change it'],
  },
  'what became of it': {
    means:
      'What is known of what became of the commitment later, with who says so: that it was performed or ' +
      'renewed, say, or that nothing is known until the last day that was searched. No verdict rests on it.',
    see: ['fates', 'verdict by date'],
  },
  ahead: {
    means:
      'A deadline or an end of what was announced, on the day that the page is as of or later. Without --as-of that ' +
      'is the day of the last statement on record: there is no clock. “So far” stands before what is known of it ' +
      'and does not settle what its date will bring.',
    rule:
      'Where the sides name neighbouring days, it is one date, and ahead until the last of them is over. The time ' +
      'that a figure is about counts as a deadline, on its last day.',
    see: ['passed', 'deadline', 'end', 'comes back'],
  },
  passed: {
    means:
      'A deadline or an end of what was announced, before the day that the page is as of, with what became of it. ' +
      'That it has passed says only that its day is over: whether it was kept, or ended, is what the fates tell.',
    rule:
      'A fate settles a date only where it can be its own: what ran out, ran out on the date that holds the day or ' +
      'was the last before it; what took a promise away later does not tell whether it was kept. Where nothing ' +
      'settles it, it is unknown; and where the record ends before the date, nothing could have been found.',
    see: ['ahead', 'fates', 'unknown', 'record-closes'],
  },
  'comes back': {
    means:
      'What a side says is in force again once an end has come. Marked with *, nobody said so: it is what suspending ' +
      'means, and is told only of what a side shall or may suspend.',
    see: ['returns', 'end', 'suspend', 'ahead'],
  },
  wording: {
    means:
      'The latest quotations of two sides, word by word; what only one of them has stands in square brackets. ' +
      'It is shown to be read, and decides nothing.',
    see: ['quote', 'original', 'statements'],
  },
  judged: {
    means:
      'Of a report, what is set against what was announced: the facets that are recorded of it. The judgement is of ' +
      'these alone, and not of its other words, nor of what it says there was before or comes back afterwards.',
    see: ['reported', 'credited to no side', 'says', 'was', 'returns'],
  },
  'credited to': {
    means:
      'The sides that a report says announced or agreed it. It is judged for each of them, against that side’s own ' +
      'version.',
    see: ['attributed', 'credited to no side', 'judged'],
  },
  'credited to no side': {
    means:
      'A report that names no side as the one who announced or agreed it, such as the author’s own view. It is shown ' +
      'with who announced such a thing, and not judged.',
    see: ['attributed', 'judged', 'credited to'],
  },
  'on the day of the report': {
    means:
      'How a report was judged by what had been said by the end of its day, where that is not how it is judged now, ' +
      'and the day since which it is. The milder of the two counts: a report is not wrong for what was said later.',
    see: ['judged', 'verdict by date'],
  },
  'in other deals': {
    means:
      'A name under which the same matter is found in several deals; it plays no part in the comparison.',
    see: ['subject', 'topic'],
  },
} satisfies Readonly<Record<string, Written>>

const texts: Readonly<Record<string, Written>> = { ...written, ...aspectTexts }

/** The words that the screens use and no file: how they call verdicts, silences, aspects and their own parts. */
export const screenPages: readonly Page[] = pagesOf('word of the screens', Object.keys(texts), texts)

/** Words as a screen has them, with a number, a name or an ending; and the page on which they are explained. */
const called: readonly (readonly [RegExp, string])[] = [
  [/^contradictions$/, 'contradiction'],
  [/^differ$/, 'differs'],
  [/^agrees$/, 'agree'],
  [/^(?:it )?could be$/, 'cannot be decided'],
  [/ against itself$/, 'against itself'],
  [/^no one would have to act on it$|would have to do(?: it)?$/, 'would have to do it'],
  [/^announced it about (?:itself|themselves)$/, 'would have to do it'],
  [/^(?:searched: )?not found in /, 'not found'],
  [/^(?:was )?asked,? would not say$/, 'would not say'],
  [/^(?:is said (?:by .+ )?|reported )to be silent$/, 'said to be silent'],
  [/^spoke only of |^named the topic only$/, 'spoke only of'],
  [/^searched .*older than the claim$/, 'older than the claim'],
  [/^no matter of theirs$/, 'does not apply'],
  [/ seen whole$|^in part$/, 'seen whole'],
  [/^at the issuer$/, 'read at the issuer'],
  [/^(?:read )?in (?:a reprint|reprints)$/, 'reprint'],
  [/^(?:read )?in (?:a report|reports)$/, 'report'],
  [/ joint texts?$|^joint texts$/, 'joint text'],
  [/^for which /, 'for which'],
  [/^so far$/, 'ahead'],
  [/^what was to follow$|^what is suspended comes back\b/, 'comes back'],
  [/^first said$/, 'first announced'],
  [/^said again$/, 'promised again'],
  [/^cannot be told whether /, 'cannot be told'],
  [/^(?:not )?compared$|^not judged$/, 'judged'],
  [/^credited to (?!no side$)/, 'credited to'],
]

/** The word of the page that explains a label, or the words of a screen; null where none does. */
export const screenCalled = (words: string): string | null =>
  called.find(([shape]) => shape.test(words))?.[1] ?? null
