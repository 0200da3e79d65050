const takesArticle =
  /^[A-Z]{2,3}$|^(United|European|Republic|Kingdom|Islamic|Democratic|Russian) |^(Netherlands|Philippines)$/

/** A name inside a sentence: `the US`, but `China`. */
export const the = (name: string): string => (takesArticle.test(name) ? `the ${name}` : name)

/** The first letter as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A list in words: "the US", "the US and China", "the US, China and Japan". */
export const andList = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
