import { normalWord } from '../words.ts'

/** Gives a part the name by which it was called first: written otherwise, it is the same part. */
export type PartOf = (term: string, written: string) => string

export function partNames(): PartOf {
  const first = new Map<string, string>()
  return (term, written) => {
    const key = `${term}\n${normalWord(written)}`
    const name = first.get(key) ?? written.trim().replaceAll(/\s+/g, ' ')
    first.set(key, name)
    return name
  }
}
