import { isHedged } from '../compare/caution.ts'
import type { Part, Slot } from '../compare/version.ts'
import { type Claim, rankOf } from '../deal.ts'
import { type Act, printManner } from '../facets/act.ts'
import type { Measure } from '../facets/measure/value.ts'

/** Stances by which something is promised: to be done, to be let, or to be left alone. */
const PROMISING = new Set(['shall', 'may', 'shall not'])

/** Whether a part of a version promises something: what only denies does not, nor what is no commitment. */
export function promises({ slots }: Part): boolean {
  const stance = valueOf<string>(slots, 'stance')
  const act = valueOf<Act>(slots, 'act')
  const measure = valueOf<Measure>(slots, 'measure')
  if (stance !== null && !PROMISING.has(stance)) return false
  if (act?.manner === 'not' || measure?.value.kind === 'no' || measure?.value.kind === 'none') return false
  if (thereIsNothing(slots)) return false
  return !(measure?.negated === true && act === null)
}

const valueOf = <V>(slots: Part['slots'], facet: string): V | null => {
  const slot = slots.get(facet)
  return slot ? (slot.stated.value as V) : null
}

/** That there is nothing, not so much as a proposal; said by nobody whose word is below what was promised. */
function thereIsNothing(slots: Part['slots']): boolean {
  const slot = slots.get('status')
  if (!slot) return false
  const { word, manner } = slot.stated.value as Act
  const nothing = manner === 'not' ? word === 'proposed' : word === 'none'
  const promised = [...slots.values()].flatMap((s) => (s.claim?.nature === 'commitment' ? [s.claim] : []))
  return nothing && promised.every((claim) => weighs(slot, claim))
}

/** A lower rank takes back nothing of what a higher one promised. */
const weighs = ({ claim }: Slot, promised: Claim): boolean =>
  claim === null || rankOf(claim.source) <= rankOf(promised.source)

/** What is not agreed so far does not bind, however far it has come. */
const AGREED = new Set(['negotiating', 'in principle', 'concluded'])

/** The words by which what a claim promised binds nobody: it is hoped, considered, proposed; null where it is firm. */
export function hedgeOf({ slots }: Part, promised: Claim): string | null {
  const words = ['force', 'status'].flatMap((facet) => {
    const slot = slots.get(facet)
    if (!slot || !weighs(slot, promised)) return []
    const value = slot.stated.value as Act
    const notAgreed = facet === 'status' && value.manner === 'not' && AGREED.has(value.word)
    return notAgreed || isHedged(new Map([[facet, slot]])) ? [printManner(value)] : []
  })
  return words.length === 0 ? null : words.join(', ')
}
