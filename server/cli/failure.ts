import { FailureError, RefusalError } from '../domain/failure.ts'
import type { ExitCode, Shell } from './command.ts'
import { ReaderGoneError, type Terminal } from './terminal.ts'

/** Says why a command ended early, in one sentence, and with which exit code. */
export function explainFailure(
  error: unknown,
  { terminal, debug }: { readonly terminal: Terminal; readonly debug: boolean },
): ExitCode {
  // Whoever stopped reading has what they wanted.
  if (error instanceof ReaderGoneError) return 0
  const expected = error instanceof RefusalError || error instanceof FailureError
  terminal.note(`revenant: ${expected ? error.message : unexpectedSentence(error, debug)}`)
  if (debug) terminal.note(stackOf(error))
  return error instanceof RefusalError ? 2 : 1
}

/** Tells of something that broke while serving goes on. */
export function reportUnexpected(error: unknown, { terminal, config }: Shell): void {
  explainFailure(error, { terminal, debug: config.REVENANT_DEBUG })
}

function unexpectedSentence(error: unknown, debug: boolean): string {
  const what = error instanceof Error ? error.message : String(error)
  const more = debug ? '' : '; REVENANT_DEBUG=1 shows where'
  return `Something broke that should not have (${what.split('\n')[0]})${more}.`
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
