/** A word as it stands in YAML flow style: quoted where it has more than letters, digits and hyphens. */
export const flow = (word: string): string =>
  /^[\p{L}][\p{L}\p{N} -]*$/u.test(word) ? word : JSON.stringify(word)
