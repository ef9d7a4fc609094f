import { parseArgs } from 'node:util'

import { z } from 'zod'

import { RefusalError } from '../domain/failure.ts'
import type { Command } from './command.ts'

export interface Parsed {
  readonly help: boolean
  readonly version: boolean
  readonly store: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
}

/** What every command takes. */
export const commonOptions = z.object({
  store: z.string().min(1).optional().meta({
    value: 'STORE',
    description:
      'a folder, or a neo4j:// address; REVENANT_STORE when absent, else .revenant in this folder',
  }),
  help: z.boolean().optional().meta({ description: 'shows this' }),
  version: z.boolean().optional().meta({ description: 'shows the version' }),
})

/** Reads a command's own arguments; throws a RefusalError that says what is wrong with them. */
export function parseCommand(command: Command, args: readonly string[]): Parsed {
  const { values, positionals } = readArguments(command, args)
  const { store, help = false, version = false } = parseOptions(command, commonOptions, values)
  // Whoever asks for help has not yet got the rest right.
  if (help || version) return { help, version, store, options: {}, positionals: [] }
  checkCount(command, positionals)
  return {
    help,
    version,
    store,
    options: parseOptions(command, command.options, values),
    positionals,
  }
}

/** True for an option that is there or not, and takes no value. */
export function isFlag(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isFlag(schema.unwrap())
  return schema instanceof z.ZodBoolean
}

function readArguments(command: Command, args: readonly string[]) {
  const shape = { ...commonOptions.shape, ...command.options.shape }
  const options = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [
      name,
      { type: isFlag(schema) ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new RefusalError(
      `${firstSentence(cause)}; \`revenant ${command.name} --help\` shows what it takes.`,
      {
        cause,
      },
    )
  }
}

/** What Node.js adds to it is advice about its own ways of writing options. */
function firstSentence(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause)
  return said.split(/\.(?:\s|$)/u)[0] ?? said
}

function parseOptions<S extends z.ZodObject>(
  { name }: Command,
  schema: S,
  values: Readonly<Record<string, unknown>>,
): z.output<S> {
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const sentences = result.error.issues.map(({ path, message, input }) =>
    input === undefined && !(String(path[0]) in values)
      ? `--${path.join('.')} is missing`
      : `--${path.join('.')} is ${JSON.stringify(values[String(path[0])])}: ${message}`,
  )
  throw new RefusalError(
    `${sentences.join('; ')}; \`revenant ${name} --help\` shows what it takes.`,
    { cause: result.error },
  )
}

function checkCount({ name, positionals: wanted }: Command, given: readonly string[]): void {
  const many = wanted.at(-1)?.endsWith('…') === true
  const needed = wanted.filter((positional) => !positional.startsWith('['))
  if (given.length < needed.length) {
    const missing = needed.slice(given.length).join(' ')
    throw new RefusalError(
      `\`revenant ${name}\` lacks ${missing}; \`revenant ${name} --help\` says more.`,
    )
  }
  if (given.length > wanted.length && !many) {
    throw new RefusalError(
      `\`revenant ${name}\` does not take ${JSON.stringify(given[wanted.length])}; \`revenant ${name} --help\` shows what it takes.`,
    )
  }
}
