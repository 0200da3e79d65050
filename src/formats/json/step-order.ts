import type { StepReport } from '../../report/report.ts'
import type { Order } from './nouns-order.ts'

export const step: Order<StepReport> = {
  date: true,
  day: true,
  source: true,
  sources: true,
  before: true,
  verdict: true,
  turned: true,
  aside: true,
  sentence: true,
  because: true,
  changes: {
    parties: true,
    kind: true,
    sentence: true,
    sources: true,
    pieces: { text: true, sources: true },
  },
}
