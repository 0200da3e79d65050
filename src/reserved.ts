/** Names that a deal cannot have: they are commands, or will be, or name the vocabulary. */
export const reservedNames: readonly string[] = [
  'compare',
  'list',
  'find',
  'check',
  'changes',
  'trace',
  'due',
  'press',
  'settle',
  'explain',
  'rules',
  'schema',
  'init',
  'completion',
  'help',
  'vocabulary',
]
