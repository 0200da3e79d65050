/** `shipped:london.yaml`: it came with the program. */
const SHIPPED = /^shipped:/
/** `HEAD~1:deals/london.yaml`, `main@{1 day ago}:./london.yaml`: a file as it was at a revision. */
const AT_REVISION = /^(?:[^:{}\s]|\{[^}]*\})+:(.+)$/s

/** The revision that a path names, with its colon; empty for a file on the disk, and for what comes with the program. */
export function revisionIn(path: string): string {
  if (SHIPPED.test(path) || isAbsolute(path)) return ''
  const file = AT_REVISION.exec(path)?.[1]
  return file === undefined ? '' : path.slice(0, -file.length)
}

/** Whether a path begins at the root of a disk. */
export const isAbsolute = (path: string): boolean => /^(?:[A-Za-z]:)?[\\/]/.test(path)

/**
 * The file that a path of a report means, seen from the root of the repository, with `/`. Null where it means none
 * there: the standard input, what comes with the program, what is outside, and what is named from the root of the disk,
 * of which nothing here tells whether it is inside.
 *
 * @param prefix the working directory from the root of the repository, ending with `/`; empty at the root
 */
export function fileInRepository(path: string, prefix: string): string | null {
  if (path === '-' || path === '' || SHIPPED.test(path) || isAbsolute(path)) return null
  const at = AT_REVISION.exec(path)?.[1]
  // As git has it: from the root, unless it begins with a dot.
  if (at !== undefined) return normal(/^\.\.?\//.test(at) ? prefix + at : at)
  return normal(prefix + path)
}

/** Without `.` and `..`; null where it leads outside, or to no file. */
function normal(path: string): string | null {
  const out: string[] = []
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') out.push(step)
    else if (out.pop() === undefined) return null
  }
  return out.length === 0 ? null : out.join('/')
}
