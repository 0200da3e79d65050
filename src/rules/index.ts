import type { Rule } from '../rule.ts'
import { unusedSource } from './unused-source.ts'

/** Every rule, in the order of their names. */
export const rules: readonly Rule[] = [unusedSource]

/** A rule by its name. */
export const ruleCalled = (id: string): Rule | undefined => rules.find((r) => r.id === id)
