import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

/** What makes a finding the same one after the file was edited: never the line on which it stands, never wording. */
interface Identity {
  readonly rule: string
  /** From the root of the repository, where it is in one. */
  readonly path: string
  readonly about: string
  readonly args: readonly string[]
}

/** Gives fingerprints to findings in file order; the second of two that nothing else tells apart has its number. */
export function fingerprinter(): (identity: Identity) => string {
  const seen = new Map<string, number>()
  return ({ rule, path, about, args }) => {
    const name = JSON.stringify([rule, path, about, args])
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    // Loading the platform's own takes longer than a whole run does otherwise.
    return bytesToHex(sha256(before === 0 ? name : `${name} ${before + 1}`)).slice(0, 32)
  }
}
