import { runCommandLine } from './cli/run.ts'
import { openTerminal } from './cli/terminal.ts'
import { EpochMs } from './domain/units.ts'

const { argv, env, stdout, stderr } = process

process.exitCode = await runCommandLine(argv.slice(2), {
  environment: env,
  folder: process.cwd(),
  terminal: openTerminal({ stdout, stderr, clock: Date.now }),
  now: () => EpochMs.parse(Date.now()),
})
