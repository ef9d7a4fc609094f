import type { z } from 'zod'

import type { Command } from './command.ts'
import { commonOptions, isFlag } from './parse.ts'

/** The whole command line in one screen. */
export function overview(commands: readonly Pick<Command, 'name' | 'summary'>[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Revenant: which closed shop came back as which new one, how sure, and why.',
    '',
    'Usage: revenant COMMAND [OPTIONS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Every command takes --store STORE and --help; `revenant --version` shows the version.',
    'Exit code 0: done. 1: started and could not finish. 2: could not mean anything, nothing was read.',
    '',
  ].join('\n')
}

/** What one command takes. */
export function helpFor({ name, summary, positionals, options }: Command): string {
  const rows = Object.entries({ ...options.shape, ...commonOptions.shape }).map(row)
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    `Usage: revenant ${[name, ...positionals].join(' ')} [OPTIONS]`,
    '',
    `${summary}.`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
  ].join('\n')
}

function row([name, schema]: [string, z.core.$ZodType]): [string, string] {
  const { value = 'VALUE', description = '' } = metaOf(schema)
  return [isFlag(schema) ? `--${name}` : `--${name} ${value}`, description]
}

function metaOf(schema: z.core.$ZodType): { value?: string; description?: string | undefined } {
  return (schema as z.ZodType).meta() ?? {}
}
