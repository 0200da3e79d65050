import { force, forceLadder } from '../facets/force.ts'
import { status, statusLadder } from '../facets/status.ts'
import type { Example, Page } from '../report/report.ts'
import type { Ladder } from '../sets/ladder.ts'
import { drawLadder } from './diagrams.ts'
import { example, page } from './page.ts'

/** What each word of the two ladders means that every deal shares. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [status.name]: {
    none: 'There is nothing of the kind: no deal, no text, no talks.',
    proposed: 'One side has put it forward.',
    negotiating: 'It is being talked about, or details are being worked out.',
    'in principle':
      'Agreed in principle: a framework, a consensus, with something still to be settled or approved.',
    concluded: 'The talks on it are done; the content is settled.',
    signed: 'Signed.',
    adopted: 'Adopted at home: approved, ratified, put into an order or a law.',
    'in force': 'It applies.',
  },
  [force.name]: {
    hopes: 'A side hopes that it will happen, or calls for it.',
    considers: 'A side looks into it, or is ready to discuss it.',
    'best efforts': 'A side will try.',
    intends: 'A side means to do it, plans it, or expects to.',
    commits: 'A side binds itself to it.',
    'non binding': 'A side says that it is not legally binding: at most a commitment of another kind.',
  },
}

/** The steps that a claim can name; one that ends in … is there for what lies above them. */
const named = (ladder: Ladder): readonly string[] => ladder.steps.filter((step) => !step.endsWith(' …'))

/** The word against its neighbour on the ladder, and against a denial where the facet has one. */
function examplesOf(key: string, ladder: Ladder, word: string, denies: boolean): readonly Example[] {
  const steps = named(ladder)
  const at = steps.indexOf(word)
  const [above, below] = [steps[at + 1], steps[at - 1]]
  const out: Example[] = []
  if (at < 0 && word === ladder.floor)
    return [
      example(
        `${key}: ${steps[0]}`,
        `${key}: ${word}`,
        'contradiction',
        `China says that there is nothing; the US, ${steps[0]}.`,
      ),
    ]
  if (at < 0) {
    const top = steps.at(-1)
    return [
      example(
        `${key}: ${top}`,
        `${key}: ${word}`,
        'at-odds',
        `Who ${top} may yet not be bound by law; China says at most that.`,
      ),
    ]
  }
  const [higher, lower] = above === undefined ? [word, below] : [above, word]
  out.push(
    example(
      `${key}: ${higher}`,
      `${key}: ${lower}`,
      'at-odds',
      `The US has it a step further: ${higher}, against ${lower}.`,
    ),
  )
  if (denies)
    out.push(
      example(
        `${key}: ${higher}`,
        `${key}: only ${lower}`,
        'contradiction',
        `China says that it goes no further than ${lower}.`,
      ),
    )
  return out
}

const pagesOn = (facet: typeof status, ladder: Ladder): readonly Page[] =>
  Object.entries(meanings[facet.name] ?? {}).map(([word, means]) =>
    page(facet.name, word, means, {
      rule:
        word === ladder.floor
          ? `Denies every ${facet.name} there is.`
          : ladder.steps.includes(word)
            ? `Means this or anything further. ${facet.rule}`
            : facet.rule,
      diagram: drawLadder(ladder, word),
      examples: examplesOf(facet.name, ladder, word, ladder === statusLadder),
      see: [facet.name, 'at-odds', 'further'],
    }),
  )

export const ladderPages: readonly Page[] = [...pagesOn(status, statusLadder), ...pagesOn(force, forceLadder)]
