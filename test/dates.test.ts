import { describe, expect, it } from 'vitest'
import { datesInWords } from '../src/formats/text/dates.ts'
import { dealdiff } from './terminal.ts'

describe('dates inside a text', () => {
  it.each([
    ['until 2026-11-10', 'until 10 November 2026'],
    ['from 2025-06-25 -04:00', 'from 25 June 2025 (UTC-4)'],
    ['until 2026-11-10 00:01 -05:00', 'until 10 November 2026 00:01 (UTC-5)'],
    ['2025-11-10T13:01+08:00, for 1 year', '10 November 2025 13:01 (UTC+8), for 1 year'],
    ['2025-07-02 10:00 +05:30', '2 July 2025 10:00 (UTC+5:30)'],
    ['2025-07-02 10:00 -03:30', '2 July 2025 10:00 (UTC-3:30)'],
    ['2025-07-02 10:00 +00:30', '2 July 2025 10:00 (UTC+0:30)'],
    ['2025-07-02 10:00 \u221204:00', '2 July 2025 10:00 (UTC-4)'],
    ['2025-07-02 10:00 UTC-05:00', '2 July 2025 10:00 (UTC-5)'],
    ['2025-07-02 10:00 -0500', '2 July 2025 10:00 (UTC-5)'],
    ['2025-07-02 10:00 Z', '2 July 2025 10:00 (UTC)'],
    ['2025-07-02 +00:00', '2 July 2025 (UTC)'],
    ['2025-06-01 -05:00 to 2025-06-30 -05:00', '1 June 2025 (UTC-5) to 30 June 2025 (UTC-5)'],
    ['2025-06-25 Zurich', '25 June 2025 Zurich'],
    ['2025-06 and 2026', 'June 2025 and 2026'],
    ['a/2025-06-25', 'a/2025-06-25'],
  ])('%s: %s', (written, read) => expect(datesInWords(written)).toBe(read))
})

describe('an unknown topic', () => {
  it.each([
    ['london --topic tarifs', 'dealdiff london --topic tariffs'],
    ['london truce --topic tarifs', 'dealdiff london truce --topic tariffs'],
    ['--topic tarifs', 'dealdiff --topic tariffs'],
    ['london --topic rare-eath', "dealdiff london --topic 'rare earths'"],
    ['london truce --term statsu', 'dealdiff london status'],
  ])('%s: %s', async (typed, meant) => {
    const { code, stderr } = await dealdiff(typed.split(' '))
    expect(code).toBe(2)
    expect(stderr).toContain(`Did you mean: ${meant}\n`)
    const argv = meant.split(' ').slice(1)
    const words = meant.includes("'") ? ['london', '--topic', 'rare earths'] : argv
    expect((await dealdiff(words)).code).toBe(0)
  })
})
