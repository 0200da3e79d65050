import { describe, expect, it } from 'vitest'
import { speakers } from '../src/formats/text/speakers.ts'

const parties = [
  { id: 'us', name: 'United States', short: 'US' },
  { id: 'china', name: 'China', short: 'China' },
]
const called = (id: string, by: string, party: readonly string[] = ['us']): string =>
  speakers({ parties, sources: [{ id, by, party }] })(id)

describe('the short name of a speaker', () => {
  it.each([
    ['trump-post-06-11', 'Donald Trump', 'Trump'],
    ['mofcom-06-12', 'MOFCOM spokesperson', 'MOFCOM'],
    ['vdl-07-27', 'Ursula von der Leyen', 'von der Leyen'],
    // What belongs to somebody is no person.
    ['toms-hardware-11-01', "Tom's Hardware", "Tom's Hardware"],
    ['hardware-11-01', 'Tom’s Hardware', 'Tom’s Hardware'],
    // The side is not who speaks for it.
    [
      'us-tariff-schedule-05-13',
      'US tariff schedule (HTS 9903.01.63)',
      'US tariff schedule (HTS 9903.01.63)',
    ],
    ['us-treasury-05-13', 'US Treasury', 'US Treasury'],
    ['ustr-11-26', 'US Trade Representative (USTR)', 'USTR'],
  ])('%s, by %s: %s', (id, by, expected) => {
    expect(called(id, by)).toBe(expected)
  })
})
