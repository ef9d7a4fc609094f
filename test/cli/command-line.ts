import { Writable } from 'node:stream'

import { EpochMs } from '../../server/domain/units.ts'

export interface Ended {
  readonly code: number
  /** The result. */
  readonly out: string
  /** Everything beside the result. */
  readonly err: string
}

/** Runs a command line inside the test's own process: no second of start-up for each. */
export async function revenant(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  // Imported as a process imports it: mocha requires test files, and what is required and what is imported are two copies.
  const { runCommandLine } = await import('../../server/cli/run.ts')
  const { openTerminal } = await import('../../server/cli/terminal.ts')
  const [out, err] = [collector(), collector()]
  const code = await runCommandLine(args, {
    environment,
    folder,
    terminal: openTerminal({ stdout: out.stream, stderr: err.stream, clock: () => 0 }),
    now: () => EpochMs.parse(Date.parse('2026-03-14T12:00:00Z')),
  })
  return { code, out: out.text(), err: err.text() }
}

function collector() {
  const parts: string[] = []
  const stream = new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}
