import { parse, stringify } from 'yaml'
import { parseDeal } from '../src/read/parse.ts'
import type { Deal } from '../src/deal.ts'

/** A deal file from which everything said after a day was deleted by hand: written apart from the engine's own cut. */

type Tree = { [key: string]: unknown }
type Words = Parameters<typeof parseDeal>[1]

const map = (x: unknown): Tree => (x ?? {}) as Tree
const listed = (x: unknown): unknown[] => (Array.isArray(x) ? x : x === undefined || x === null ? [] : [x])
/** Without what is left empty. */
const filled = (entries: readonly (readonly [string, unknown])[]): Tree =>
  Object.fromEntries(
    entries.filter(
      ([, x]) => !(x === null || x === undefined || (typeof x === 'object' && Object.keys(x).length === 0)),
    ),
  )

/** The text of a deal file without what was said after a day; a month counts from its last day. */
export function cutText(text: string, deal: Deal, day: string): string {
  const file = map(parse(text))
  const said = (id: unknown): boolean => (deal.sources.get(String(id))?.day ?? '9999') <= day
  const silence = (entry: Tree): Tree | null => {
    const out = { ...entry }
    if (Array.isArray(out.silent)) {
      out.silent = out.silent.filter(said)
      if (listed(out.silent).length === 0) delete out.silent
    } else if (out.silent !== undefined && out.silent !== 'all' && !said(out.silent)) delete out.silent
    const hadGeneral = out.general !== undefined
    const words = ['declined', 'noted-by', 'general'].filter((key) => out[key] !== undefined)
    for (const key of words) if (!said(out[key])) delete out[key]
    const left = words.filter((key) => out[key] !== undefined)
    if (hadGeneral ? out.general === undefined : words.length > 0 && left.length === 0) delete out.quote
    if (words.length > 0 && left.length === 0) delete out.says
    const isLeft = ['silent', 'declined', 'noted-by', 'general', 'not-applicable'].some(
      (k) => out[k] !== undefined,
    )
    return isLeft ? out : null
  }
  const entry = (x: unknown): unknown[] => {
    const one = map(x)
    if (one.source !== undefined) return said(one.source) ? [one] : []
    return [silence(one)].filter((s) => s !== null)
  }
  const terms = (x: unknown): Tree =>
    filled(Object.entries(map(x)).map(([id, entries]) => [id, listed(entries).flatMap(entry)]))
  const cut = {
    ...file,
    sources: Object.fromEntries(Object.entries(map(file.sources)).filter(([id]) => said(id))),
    conversions: listed(file.conversions).filter((c) => said(map(c).source)),
    jointly: terms(file.jointly),
    announced: filled(Object.entries(map(file.announced)).map(([party, of]) => [party, terms(of)])),
    reported: listed(file.reported).filter((r) => said(map(r).source)),
    fates: listed(file.fates).filter((f) =>
      map(f).source === undefined
        ? (deal.fates.find((x) => x.source === null && x.date === String(map(f).date))?.day ?? '9999') <= day
        : said(map(f).source),
    ),
  }
  // A key without a value stays one.
  return stringify(filled(Object.entries(cut)), { nullStr: '' })
}

/** The deal of the file cut by hand; a mistake made by cutting is shown. */
export function cutDeal(text: string, deal: Deal, day: string, words: Words): Deal {
  const cut = cutText(text, deal, day)
  const { deal: out, diagnostics } = parseDeal({ path: deal.path, text: cut }, words)
  if (!out)
    throw new Error(
      `${deal.id} as of ${day}: ${diagnostics
        .filter((d) => d.severity === 'error')
        .map((d) => d.message)
        .join(' ')}`,
    )
  return out
}

/** Without places: of what was cut, the lines are others. */
export const placeless = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, x: unknown) => (key === 'place' ? undefined : x)))
