import type { Edit } from '../../diagnostic.ts'
import type { Place } from '../../place.ts'
import { type Alert, safePlace } from '../alerts.ts'
import { fileInRepository, isAbsolute } from '../alerts/path.ts'
import { sentence, wellFormed } from '../alerts/words.ts'
import { escaped, linked, uriOf } from './text.ts'

/** A piece of a SARIF document. */
export type Piece = Readonly<Record<string, unknown>>

/** The file as a reference from the root of the repository; null where none is meant that a reader could open. */
function artifactOf({ path }: Place, prefix: string): Piece | null {
  if (isAbsolute(path)) {
    const slashed = wellFormed(path).replaceAll('\\', '/')
    const drive = /^[A-Za-z]:/.exec(slashed)?.[0]
    return {
      uri: `file://${drive === undefined ? '' : `/${drive}`}${uriOf(slashed.slice(drive?.length ?? 0))}`,
    }
  }
  const file = fileInRepository(path, prefix)
  return file === null ? null : { uri: uriOf(wellFormed(file)) }
}

const regionOf = ({ line, column, endLine, endColumn }: Place): Piece => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
})

/** What stands there, and the line around it, where that is known. */
function snippets(place: Place, excerpt: string | null): { region: Piece; contextRegion?: Piece } {
  const region = regionOf(place)
  const { line, column, endLine, endColumn } = place
  if (excerpt === null || line !== endLine) return { region }
  const text = excerpt.slice(column - 1, endColumn - 1)
  const whole = column === 1 && endColumn > excerpt.length
  return {
    region: text === '' ? region : { ...region, snippet: { text: wellFormed(text) } },
    ...(whole || endColumn > excerpt.length + 1
      ? {}
      : {
          contextRegion: {
            ...regionOf({ ...place, column: 1, endColumn: excerpt.length + 1 }),
            snippet: { text: wellFormed(excerpt) },
          },
        }),
  }
}

function locationOf(place: Place, excerpt: string | null, prefix: string): Piece | null {
  const artifactLocation = artifactOf(place, prefix)
  return artifactLocation && { physicalLocation: { artifactLocation, ...snippets(place, excerpt) } }
}

/** The edits of a fix, file by file. */
function fixOf(edits: readonly Edit[], help: string | null, prefix: string): Piece[] {
  const files = [...new Set(edits.map((e) => e.place.path))]
  const changes = files.map((path) => {
    const own = edits.filter((e) => e.place.path === path)
    const artifactLocation = own[0] ? artifactOf(own[0].place, prefix) : null
    return {
      artifactLocation,
      replacements: own.map(({ place, text }) => ({
        deletedRegion: regionOf(place),
        insertedContent: { text: wellFormed(text) },
      })),
    }
  })
  if (changes.length === 0 || changes.some((c) => c.artifactLocation === null)) return []
  return [
    {
      description: { text: escaped(help ?? 'It can be mended by dealdiff check --fix.') },
      artifactChanges: changes,
    },
  ]
}

/** The message, the advice, and the other places, which a reader can follow. */
function messageOf(
  { message, help, related, place, suppressed }: Alert,
  prefix: string,
): { text: string; locations: Piece[] } {
  const locations: Piece[] = []
  const others = related.map((other) => {
    const location = other.gone ? null : locationOf(other.place, other.excerpt, prefix)
    const words = other.message.replace(/\.$/, '')
    if (!location) return `${escaped(words)} (${escaped(safePlace(other.place))})`
    const id = locations.length + 1
    locations.push({ id, message: { text: escaped(sentence(other.message)) }, ...location })
    return linked(words, id)
  })
  // A reader that shows no place is told where it is.
  const where =
    place && artifactOf(place, prefix) === null ? ` It stands in ${escaped(safePlace(place))}.` : ''
  const see = others.length === 0 ? '' : ` See: ${others.join('; ')}.`
  const because = suppressed?.by === 'since' ? ' It was there before the edit.' : ''
  const advice = help === null ? '' : ` ${escaped(help)}`
  return { text: `${escaped(message)}${advice}${where}${see}${because}`, locations }
}

/** One result; its index among the rules is known to the run. */
export function resultOf(alert: Alert, ruleIndex: number, since: string | null, prefix: string): Piece {
  const { rule, level, place, excerpt, key, suppressed, help } = alert
  const about = wellFormed(alert.about)
  const args = alert.args.map(wellFormed)
  const { text, locations } = messageOf(alert, prefix)
  const location = place && locationOf(place, excerpt, prefix)
  const logical = about === '' ? {} : { logicalLocations: [{ fullyQualifiedName: about }] }
  const primary = location || about !== '' ? [{ ...location, ...logical }] : []
  const fixes = fixOf(alert.fix, help, prefix)
  const hidden = suppressed && suppressed.by !== 'since'
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text },
    ...(primary.length > 0 ? { locations: primary } : {}),
    ...(locations.length > 0 ? { relatedLocations: locations } : {}),
    // No `primaryLocationLineHash`: GitHub's own upload computes that of the line, and complains of any other.
    partialFingerprints: { 'dealdiff/v1': key },
    ...(since === null || hidden ? {} : { baselineState: suppressed ? 'unchanged' : 'new' }),
    ...(hidden
      ? {
          suppressions: [
            {
              kind: suppressed.by === 'comment' ? 'inSource' : 'external',
              ...(suppressed.reason === null
                ? {}
                : { justification: sentence(wellFormed(suppressed.reason)) }),
            },
          ],
        }
      : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(about === '' && args.length === 0 ? {} : { properties: { about, args } }),
  }
}
