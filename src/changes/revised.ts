import type { Deal } from '../deal.ts'
import type { Parsed, Words } from '../read/parse.ts'
import type { Node } from '../tree.ts'

/** A deal file at a revision, with the vocabularies that applied to it then. */
export interface Revised {
  /** As it is shown. */
  readonly path: string
  /** By which it is the same file at two revisions; null where it has no such name. */
  readonly where: string | null
  readonly parsed: Parsed
  readonly words: Words
}

/** One that was read without error. */
export interface Readable {
  readonly deal: Deal
  readonly root: Node
  readonly words: Words
}

/** The vocabularies that could be read, as trees. */
export const rootsOf = ({ roots }: Words): Node[] => roots.filter((root) => root !== null)

/** Null where the file has errors. */
export const readableOf = ({ parsed: { deal, root }, words }: Revised): Readable | null =>
  deal && root ? { deal, root, words } : null
