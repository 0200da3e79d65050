/** The folder of a path as it is shown, with what ends it. */
const folderOf = (path: string): string => path.replace(/[^/\\:]*$/, '')

/** What is kept of each folder that was seen; a text from standard input is of none. */
export function byFolder<T>(fresh: () => T): {
  readonly of: (path: string) => T | null
  readonly all: () => Iterable<T>
} {
  const folders = new Map<string, T>()
  return {
    of: (path) => {
      if (path === '-') return null
      const found = folders.get(folderOf(path)) ?? fresh()
      folders.set(folderOf(path), found)
      return found
    },
    all: () => folders.values(),
  }
}
