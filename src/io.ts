/** The world outside, as the launcher hands it in. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Stream
  readonly stderr: Stream
  readonly readStdin: () => Promise<string>
  /** The folder of deals that comes with the program. */
  readonly shipped: string
  readonly version: string
}
export interface Stream {
  readonly isTTY: boolean
  readonly columns: number | undefined
  readonly write: (text: string) => void
}
