import { lastDay } from '../values/time.ts'
import { dayAdvice } from '../values/time-advice.ts'
import { describeNode } from '../tree.ts'
import { scalar, type Shape } from './shape.ts'

/** A day, a month or an instant, as it is written. */
export const date: Shape<string> = scalar(
  'a day such as 2025-06-11, a month such as 2025-06, or an instant',
  { type: 'string', examples: ['2025-06-11', '2025-06'] },
  (value, node, reader) => {
    if (lastDay(value.trim()) !== null) return value.trim()
    reader.report({
      rule: 'bad-date',
      place: node.place,
      message:
        `Found ${describeNode(node)}; expected a day such as 2025-06-11, a month such as ` +
        '2025-06, or an instant.',
      meant: () => {
        const help = dayAdvice(value)
        return help === null ? null : { help }
      },
    })
    return undefined
  },
)
