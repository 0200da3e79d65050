import { buildDeal } from './build.ts'
import type { Deal } from '../deal.ts'
import { completer, type Diagnostic, sortDiagnostics } from '../diagnostic.ts'
import type { Text } from '../place.ts'
import type { Reader } from './shape.ts'
import { excerpts, stamp } from './stamp.ts'
import type { Comment, Node } from '../tree.ts'
import { emptyVocabulary, type Vocabulary } from '../vocabulary.ts'
import { extendVocabulary, vocabularyShape } from './vocabulary-file.ts'
import { readYaml } from './yaml/read.ts'

export type { Text } from '../place.ts'

/** What became of a deal file. */
export interface Parsed {
  /** Null where the file has an error: a file with mistakes is never compared as if it had none. */
  readonly deal: Deal | null
  /** Whether the text is one YAML document at all. */
  readonly readable: boolean
  /** Every finding of the file and its vocabularies, in file order. */
  readonly diagnostics: readonly Diagnostic[]
  /** The file as a tree; null where it is not readable. */
  readonly root: Node | null
  readonly comments: readonly Comment[]
}

/** The vocabularies that apply to a deal file, read once for as many files as they apply to. */
export interface Words {
  readonly vocabulary: Vocabulary
  readonly texts: readonly Text[]
  /** Each text as a tree; null where it is not readable. */
  readonly roots: readonly (Node | null)[]
  readonly comments: readonly (readonly Comment[])[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads vocabularies, the shipped one first; each adds to those before it. Never throws, whatever they hold. */
export function parseVocabularies(texts: readonly Text[], base: Vocabulary = emptyVocabulary): Words {
  const excerpt = excerpts(texts)
  const diagnostics: Diagnostic[] = []
  const roots: (Node | null)[] = []
  const comments: (readonly Comment[])[] = []
  let vocabulary = base
  for (const text of texts) {
    const { root, diagnostics: found, comments: beside } = readYaml(text.text, text.path)
    const complete = completer()
    if (root) vocabulary = addWords(vocabulary, root, (f) => found.push(complete(f)))
    diagnostics.push(...stamp(found, root, excerpt))
    roots.push(root)
    comments.push(beside)
  }
  return { vocabulary, texts, roots, comments, diagnostics: sortDiagnostics(diagnostics) }
}

/** The words there were, and those that the tree of a vocabulary declares. */
export function addWords(base: Vocabulary, root: Node, report: Reader['report']): Vocabulary {
  const reader: Reader = { report, names: new Map() }
  const read = vocabularyShape.read(root, reader)
  return read ? extendVocabulary(base, read, reader) : base
}

/** Whether a deal must be called as its file is, as in a folder of deals, or not, as where two files are named by hand. */
export type Naming = 'as its file' | 'anyhow'

/**
 * Reads a deal file, with the vocabularies that apply to it. Collects every mistake of all the texts; never throws,
 * whatever they hold.
 */
export function parseDeal(file: Text, words: Words, naming: Naming = 'as its file'): Parsed {
  const { root, readable, diagnostics: found, comments } = readYaml(file.text, file.path)
  const complete = completer()
  const report: Reader['report'] = (f) => {
    if (naming === 'as its file' || f.rule !== 'deal-not-file') found.push(complete(f))
  }
  const deal = root ? buildDeal(root, file.path, words.vocabulary, report) : null
  const all = [...words.diagnostics, ...stamp(found, root, excerpts([file, ...words.texts]))]
  const failed = all.some((d) => d.severity === 'error')
  return { deal: failed ? null : deal, readable, diagnostics: sortDiagnostics(all), root, comments }
}
