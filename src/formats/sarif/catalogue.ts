import type { Severity } from '../../diagnostic.ts'
import { capital } from '../../names.ts'
import type { Rule, Sample } from '../../rule.ts'
import { rules } from '../../rules/index.ts'
import { type Judgement, lost, newly, type Verdict, verdicts } from '../../verdict.ts'
import { EDITED } from '../alerts.ts'
import { DUE, dueMeanings } from '../alerts/due.ts'
import { pressJudgements, pressRule } from '../alerts/press.ts'
import { sentence } from '../alerts/words.ts'
import { judgementHeadings } from '../text/press-words.ts'
import { verdictWords } from '../text/words.ts'
import { fitting, short } from './text.ts'

/** What a result can be an instance of, as SARIF describes it. */
export interface Descriptor {
  readonly id: string
  readonly [property: string]: unknown
}

interface About {
  readonly id: string
  readonly level: Severity
  readonly summary: string
  readonly why: string
  readonly tag: string
  readonly precision: 'very-high' | 'high'
  readonly samples: readonly { readonly head: string; readonly sample: Sample }[]
  /** The word that `dealdiff explain` takes; null where it has no page. */
  readonly explain: string | null
}

/** GitHub's words for how grave it is. */
const problemOf = { error: 'error', warning: 'warning', note: 'recommendation' } as const

/** A second name for those who prefer it so; one that is the same but for its case would be none. */
const nameOf = (id: string, tag: string): string => {
  const name = pascal(id)
  return name.toLowerCase() === id.toLowerCase() ? pascal(`${tag}-${id}`) : name
}
const pascal = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join('')

const fenced = (head: string, { yaml }: Sample): string[] =>
  yaml.includes('```') ? [] : [`${head}\n\n\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\``]

function descriptorOf({ id, level, summary, why, tag, precision, samples, explain }: About): Descriptor {
  const brief = sentence(capital(summary))
  const more = explain === null ? '' : `For more: \`dealdiff explain ${explain}\`.`
  return {
    id,
    name: nameOf(id, tag),
    shortDescription: { text: short(brief) },
    fullDescription: { text: short(`${brief} ${sentence(why)}`.trim()) },
    help: {
      text: short(`${sentence(why) || brief} ${more.replaceAll('`', '')}`.trim()),
      markdown: fitting([
        sentence(why) || brief,
        ...(more === '' ? [] : [more]),
        ...samples.flatMap(({ head, sample }) => fenced(head, sample)),
      ]),
    },
    defaultConfiguration: { level },
    properties: { tags: [tag], precision, 'problem.severity': problemOf[level] },
  }
}

const ofRule = ({ id, severity, summary, why, bad, good, found }: Rule): Descriptor =>
  descriptorOf({
    id,
    level: severity,
    summary,
    why,
    tag: 'deal-file',
    // What reading refuses is wrong by the grammar; the rest can have its reasons.
    precision: found.by === 'reading' ? 'very-high' : 'high',
    samples: [
      { head: 'Found in:', sample: bad },
      { head: 'Not in:', sample: good },
    ],
    explain: id,
  })

const ofVerdict = (verdict: Verdict): Descriptor =>
  descriptorOf({
    id: verdict,
    level: verdict === 'contradiction' ? 'warning' : 'note',
    summary: verdictWords[verdict].means,
    why:
      'It compares announcements with each other: not with conduct, and not with the truth. ' +
      'No side is called the offender.',
    tag: 'verdict',
    precision: 'very-high',
    samples: [],
    explain: verdict,
  })

const ofChange = (verdict: Verdict, isNew: boolean): Descriptor =>
  descriptorOf({
    id: isNew ? newly(verdict) : lost(verdict),
    level: isNew && verdict === 'contradiction' ? 'warning' : 'note',
    summary: `an edit ${isNew ? 'gave a term' : 'took from a term'} this verdict: ${verdictWords[verdict].means}`,
    why: 'The places beside it are edits that alone made the verdict change, and of which none can be left out.',
    tag: 'verdict-change',
    precision: 'very-high',
    samples: [],
    explain: verdict,
  })

const ofJudgement = (judgement: Judgement): Descriptor =>
  descriptorOf({
    id: pressRule(judgement),
    level: judgement === 'against what was announced' ? 'warning' : 'note',
    summary: `what is reported is ${judgement}: ${judgementHeadings[judgement].means}`,
    why: 'It compares what was reported with what was announced, not with what is true.',
    tag: 'press',
    precision: 'high',
    samples: [],
    explain: `"${judgement}"`,
  })

const ofDueWord = (word: keyof typeof DUE): Descriptor =>
  descriptorOf({
    id: DUE[word],
    level: 'note',
    summary: dueMeanings[word],
    why: 'The date is the one that was announced; whether it was kept is not judged.',
    tag: 'due',
    precision: 'very-high',
    samples: [],
    explain: null,
  })

/** Everything that a result can be: the rules of deal files, the verdicts, and what can become of them. */
export const catalogue = (): Descriptor[] => [
  ...rules.map(ofRule),
  ...verdicts.map(ofVerdict),
  ...verdicts.map((v) => ofChange(v, true)),
  ...verdicts.map((v) => ofChange(v, false)),
  descriptorOf({
    id: EDITED,
    level: 'note',
    summary: 'a term that was edited, and whose verdict stays',
    why: 'A reviewer may want to see what else an edit did.',
    tag: 'verdict-change',
    precision: 'very-high',
    samples: [],
    explain: null,
  }),
  ofDueWord('ahead'),
  ofDueWord('unknown'),
  ...pressJudgements.map(ofJudgement),
]

/** A rule that no list knows: its results are said all the same. */
export const unlisted = (id: string): Descriptor =>
  descriptorOf({
    id,
    level: 'warning',
    summary: `what is called ${id}`,
    why: '',
    tag: 'deal-file',
    precision: 'high',
    samples: [],
    explain: id,
  })
