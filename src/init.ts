import { reservedNames } from './reserved.ts'

/** Whether a name can be a deal's: the stem of a file, and no command. */
export const isDealName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9-]{0,60}$/.test(name) && !reservedNames.includes(name)

/** A first deal file: whole, without a mistake, and ready to be written over. */
export const firstDeal = (name: string): string => `deal: ${name}
title: "${name}"
# held: 2025-06-09 to 2025-06-10

parties:
  us: { name: United States, short: US }
  china: China

sources:                          # one statement each: who, in what rank, when, and where it was seen
  us-statement:
    party: us
    by: "Name of the speaker"
    kind: leader                  # text, document, leader, minister, spokesperson, press
    date: 2025-06-11
    read: part                    # whole, or part
    seen:
      - { copy: report, via: "Name of the publisher" }
  china-statement:
    party: china
    by: "Name of the ministry"
    kind: spokesperson
    date: 2025-06-12
    read: part

terms:                            # what is compared, said once
  tariff-cut:
    title: The US suspends part of its tariff
    topic: tariffs
    obligor: us                   # who would have to do it

announced:                        # what each party said of each term
  us:
    tariff-cut:
      says: "suspends 24 points for 90 days"
      act: suspend
      value: 24 pp
      end: 90 days from 2025-06-14
      source: us-statement
  china:
    tariff-cut:
      says: "the US suspends 24 points"
      act: suspend
      value: 24 pp
      source: china-statement
`
