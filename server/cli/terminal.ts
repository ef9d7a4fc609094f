import type { Writable } from 'node:stream'

import { FailureError } from '../domain/failure.ts'

/** Where a command speaks: results on one stream, everything else on the other. */
export interface Terminal {
  /** Writes a part of the result; resolves when it is handed on, so that a slow reader slows the command. */
  out(text: string): Promise<void>
  /** Writes one line beside the result. */
  note(line: string): void
  /** Shows how far the work is; on a screen each replaces the one before. */
  progress(line: string): void
}

/** Thrown by `out` when nobody reads the result any more, as after `| head`; the command ends quietly. */
export class ReaderGoneError extends Error {
  override name = 'ReaderGoneError'
}

interface Stream extends Writable {
  readonly isTTY?: boolean | undefined
}

const progressPauseMs = 2_000
const eraseLine = '\r\u001b[2K'

export function openTerminal({
  stdout,
  stderr,
  clock,
}: {
  readonly stdout: Stream
  readonly stderr: Stream
  readonly clock: () => number
}): Terminal {
  // Failed writes reach their own callback; without a listener they would end the process as well.
  stdout.on('error', () => undefined)
  stderr.on('error', () => undefined)
  let onScreen = false
  let lastProgress = Number.NEGATIVE_INFINITY
  const clear = () => {
    if (onScreen) stderr.write(eraseLine)
    onScreen = false
  }
  return {
    async out(text) {
      clear()
      await new Promise<void>((resolve, reject) => {
        stdout.write(text, (error) => (error ? reject(outputError(error)) : resolve()))
      })
    },
    note(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (stderr.isTTY === true) {
        stderr.write(`${eraseLine}${line}`)
        onScreen = true
      } else if (progressPauseMs <= clock() - lastProgress) {
        lastProgress = clock()
        stderr.write(`${line}\n`)
      }
    },
  }
}

function outputError(error: Error & { code?: string }): Error {
  if (error.code === 'EPIPE')
    return new ReaderGoneError('nobody reads the result', { cause: error })
  return new FailureError(`The result could not be written: ${error.message}.`, { cause: error })
}
