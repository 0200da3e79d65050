/**
 * Trouble outside a deal file's own text: wrong usage, a file that cannot be read, a name that nothing has. It ends
 * the command with exit code 2; its hint says what works.
 */
export class TroubleError extends Error {
  readonly code: string
  readonly hint: string | null

  constructor(code: string, message: string, hint: string | null = null) {
    super(message)
    this.code = code
    this.hint = hint
  }
}
