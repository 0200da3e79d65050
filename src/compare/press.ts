import type { Reported, Stated } from '../deal.ts'
import { judgeVersions } from './pair.ts'
import { EQUAL, NARROWER, surely, WIDER } from '../relation.ts'
import type { Judgement } from '../verdict.ts'
import { type FoldContext, slotKey, type Version } from './version.ts'

/** A reported claim against the version of the party to which it was attributed. */
export function judgeReported(
  claim: Reported,
  party: string,
  versions: ReadonlyMap<string, Version>,
  assume: readonly Stated[],
  context: FoldContext,
): Judgement {
  const version = versions.get(party)
  const reported = reportedVersion(claim)
  const against = (v: Version): Judgement => {
    const { verdict, implies } = judgeVersions(reported, v, assume, context)
    if (verdict === 'contradiction') return 'against what was announced'
    if (verdict === 'agree') return 'as announced'
    if (verdict === 'unclear' || !implies) return 'unclear'
    // A wider region and a narrower content are the stronger claim.
    const stronger = surely(implies.region, EQUAL | WIDER) && surely(implies.content, EQUAL | NARROWER)
    const weaker = surely(implies.region, EQUAL | NARROWER) && surely(implies.content, EQUAL | WIDER)
    return stronger ? 'more than announced' : weaker ? 'less than announced' : 'unclear'
  }
  if (version) return against(version)
  if (versions.size === 0) return 'announced by neither'
  // Credited to the wrong side only where another side's version bears it out.
  const borne = [...versions.values()].some((v) =>
    ['as announced', 'less than announced'].includes(against(v)),
  )
  return borne ? 'announced by another only' : 'unclear'
}

const reportedVersion = (claim: Reported): Version => ({
  party: '',
  claims: [],
  parts: [
    {
      name: claim.part,
      slots: new Map(claim.stated.map((stated) => [slotKey(stated), { stated, claim: null }])),
    },
  ],
})
