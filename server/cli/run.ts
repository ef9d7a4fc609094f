import { readConfig } from '../config.ts'
import { RefusalError } from '../domain/failure.ts'
import type { EpochMs } from '../domain/units.ts'
import { version } from '../jobs/package-root.ts'
import type { Command, ExitCode } from './command.ts'
import { type CommandEntry, commandTable } from './command-table.ts'
import { explainFailure } from './failure.ts'
import { helpFor, overview } from './help.ts'
import { parseCommand } from './parse.ts'
import { storeAddress } from './store-address.ts'
import type { Terminal } from './terminal.ts'

/** The process around a command line. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly folder: string
  readonly terminal: Terminal
  readonly now: () => EpochMs
}

/** Runs one command line to its end; answers with the exit code and never throws. */
export async function runCommandLine(args: readonly string[], world: World): Promise<ExitCode> {
  const { terminal } = world
  try {
    const [name = '--help', ...rest] = args
    if (name === '--version') await terminal.out(`${version}\n`)
    else if (name === '--help' || name === 'help') await terminal.out(overview(commandTable))
    else return await runCommand(await find(name).load(), rest, world)
    return 0
  } catch (error) {
    return explainFailure(error, { terminal, debug: world.environment.REVENANT_DEBUG === '1' })
  }
}

async function runCommand(
  command: Command,
  args: readonly string[],
  world: World,
): Promise<ExitCode> {
  const { help, version: wantsVersion, store, options, positionals } = parseCommand(command, args)
  if (help || wantsVersion) {
    await world.terminal.out(help ? helpFor(command) : `${version}\n`)
    return 0
  }
  const shell = { ...world, config: readConfig(world.environment) }
  const input = { store: storeAddress(store, shell), options, positionals }
  return command.run(input, shell)
}

function find(name: string): CommandEntry {
  const entry = commandTable.find((candidate) => candidate.name === name)
  if (entry !== undefined) return entry
  throw new RefusalError(
    `There is no command ${name}; there is ${commandTable.map((known) => known.name).join(', ')}.`,
  )
}
