import type { Place } from '../place.ts'
import type { Report } from '../report/report.ts'
import { fileInRepository, revisionIn } from './alerts/path.ts'
import type { Format, PrintOptions } from './format.ts'
import { changesSections } from './markdown/changes.ts'
import { checkSections } from './markdown/check.ts'
import { compareSections } from './markdown/compare.ts'
import { code } from './markdown/escape.ts'
import { dueSections } from './markdown/due.ts'
import { pageOf, plain, type Section } from './markdown/page.ts'
import { pressSections } from './markdown/press.ts'
import { referenceSections, troubleSections } from './markdown/reference.ts'
import { settleSections } from './markdown/settle.ts'
import { timelineSections } from './markdown/timeline.ts'
import { traceSections } from './markdown/trace.ts'
import { clean } from './text/clean.ts'

/** By this first line a bot finds the comment that it wrote before. */
const MARKER = '<!-- dealdiff -->'

/** A stretch for each thing the report holds, in this order. */
function sectionsOf(report: Report, at: (place: Place) => string): Section[] {
  return [
    ...troubleSections(report.trouble),
    ...(report.changes ? changesSections(report.changes, at) : []),
    ...(report.check || report.diagnostics.length > 0 ? checkSections(report, at) : []),
    ...referenceSections(report, at),
    ...(report.timeline ? timelineSections(report, report.timeline, at) : []),
    ...(report.trace ? traceSections(report, report.trace, at) : []),
    ...(report.due ? dueSections(report, report.due, at) : []),
    ...(report.press ? pressSections(report, report.press, at) : []),
    ...(report.settle ? settleSections(report, report.settle, at) : []),
    ...compareSections(report, at),
  ]
}

function print(report: Report, { prefix }: PrintOptions): string {
  const { schema, ...rest } = report
  const cleaned: Report = { ...clean(rest, false), ...(schema ? { schema } : {}) }
  const at = ({ path, line }: Place): string => {
    const file = fileInRepository(path, prefix)
    return code(`${file === null ? path : revisionIn(path) + file}:${line}`)
  }
  const sections = sectionsOf(cleaned, at)
  return `${MARKER}\n${pageOf(sections.length > 0 ? sections : [plain('There is nothing to show.')]).trimEnd()}\n`
}

export const markdown: Format = {
  name: 'markdown',
  showsTrouble: true,
  summary: 'for a pull-request comment or a summary page, as GitHub reads it',
  print,
}
