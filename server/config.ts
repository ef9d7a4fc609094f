import { z } from 'zod'

import { RefusalError } from './domain/failure.ts'
import { isAuthorityUrl, policyPattern } from './domain/time-stamp.ts'

const text = z.string().min(1).optional()

const defaultPort = '8080'

/** Every environment variable that Revenant reads, and what each means. */
const Environment = z
  .object({
    /** Where `serve` listens on 127.0.0.1; 0 takes any free port. */
    PORT: z
      .string()
      .default(defaultPort)
      .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, {
        error: ({ input }) => `PORT must be a number from 0 to 65535, and is ${input}.`,
      })
      .transform(Number),
    /** The store that commands without `--store` use. */
    REVENANT_STORE: text,
    /** The folder that keeps evidence and packages of a store on a Neo4j server. */
    REVENANT_FILES: text,
    /** Folder of the keys that leads are signed with; beside the store when absent. */
    REVENANT_KEYS: text,
    /** A table of reference figures in place of the one that comes with the program. */
    REVENANT_REFERENCE_FIGURES: text,
    /** A table of agencies in place of the one that comes with the program. */
    REVENANT_AGENCIES: text,
    /** The address of a time-stamping authority (RFC 3161) that sealed leads are stamped by; none when absent. */
    REVENANT_TIME_STAMP: text.refine((url) => url === undefined || isAuthorityUrl(url), {
      error: 'REVENANT_TIME_STAMP must be an http or https address without a user name in it.',
    }),
    /** Rules that the authority has to keep to, as an object identifier. */
    REVENANT_TIME_STAMP_POLICY: text.refine(
      (policy) => policy === undefined || policyPattern.test(policy),
      { error: 'REVENANT_TIME_STAMP_POLICY must be an object identifier, such as 1.2.3.4.' },
    ),
    NEO4J_USERNAME: text,
    NEO4J_PASSWORD: text,
    NEO4J_PASSWORD_FILE: text,
    /** Of the server that `adopt` reads from, where it takes others than the store's. */
    REVENANT_GRAPH_USERNAME: text,
    REVENANT_GRAPH_PASSWORD: text,
    REVENANT_GRAPH_PASSWORD_FILE: text,
    /** `1` prints the stack of an unexpected failure. */
    REVENANT_DEBUG: z
      .enum(['0', '1'], { error: 'REVENANT_DEBUG must be 0 or 1.' })
      .default('0')
      .transform((flag) => flag === '1'),
  })
  .refine(({ NEO4J_PASSWORD, NEO4J_PASSWORD_FILE }) => !(NEO4J_PASSWORD && NEO4J_PASSWORD_FILE), {
    error: 'NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; keep one of them.',
    when: () => true,
  })
  .refine((named) => !(named.REVENANT_GRAPH_PASSWORD && named.REVENANT_GRAPH_PASSWORD_FILE), {
    error:
      'REVENANT_GRAPH_PASSWORD and REVENANT_GRAPH_PASSWORD_FILE are both set; keep one of them.',
    when: () => true,
  })

export type Config = z.output<typeof Environment>

/** The environment as the one place that reads it understands it; throws a RefusalError that names every problem at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '')
  const result = Environment.safeParse(Object.fromEntries(set))
  if (result.success) return result.data
  throw new RefusalError(result.error.issues.map(({ message }) => message).join(' '), {
    cause: result.error,
  })
}
