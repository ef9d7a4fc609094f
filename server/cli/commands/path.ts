import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { type BareNode, EdgeType } from '../../domain/graph.ts'
import { toKey } from '../../domain/keys.ts'
import type { FoundPath } from '../../domain/path.ts'
import { IsoDate } from '../../domain/units.ts'
import { findPaths } from '../../jobs/paths.ts'
import type { Store } from '../../store/port.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { openToRead } from '../store-address.ts'

const count = z.coerce.number().int().min(1)

const Options = z.object({
  hops: count
    .max(8)
    .default(4)
    .meta({ value: 'N', description: 'relations of one way at most; 4 when absent' }),
  limit: count.max(20).default(5).meta({ value: 'N', description: 'ways at most; 5 when absent' }),
  types: z.string().optional().meta({
    value: 'TYPE,…',
    description: 'only over relations of these types, such as PAID_INTO,SHIPS_FROM',
  }),
  since: IsoDate.optional().meta({
    value: 'DATE',
    description: 'only over relations seen on that day or later',
  }),
  until: IsoDate.optional().meta({
    value: 'DATE',
    description: 'only over relations seen on that day or before',
  }),
  together: z.boolean().optional().meta({ description: 'all relations were there at one time' }),
  forward: z.boolean().optional().meta({
    description: 'the way can be walked in the order of time, from the first thing on',
  }),
  observed: z.boolean().optional().meta({ description: 'not over links that the run worked out' }),
})

export const path: Command<typeof Options> = {
  name: 'path',
  summary:
    'Prints the strongest ways between two things, a way a line, and how far the search went',
  positionals: ['FROM', 'TO'],
  options: Options,
  async run({ store: address, options, positionals: [a = '', b = ''] }, shell) {
    const { hops, types, observed, together = false, forward = false, ...rest } = options
    const wanted = types === undefined ? undefined : typesIn(types)
    await using store = await openToRead(address, shell)
    const [from, to] = [await named(store, a), await named(store, b)]
    if (from.key === to.key) throw new RefusalError('Both ends are the same; name two things.')
    const run = (await store.currentRun())?.id
    const { paths, limits } = await findPaths(store, {
      ...{ ...rest, from, to, run, together, forward, maxHops: hops },
      types: wanted,
      links: observed !== true,
    })
    for (const own of paths) await printJson(shell.terminal, { path: told(own) })
    await printJson(shell.terminal, { limits })
    return 0
  },
}

/** A link by what it says; `revenant explain` prints its ledger. */
function told({ hops, ...path }: FoundPath): object {
  return {
    ...path,
    hops: hops.map(({ link, ...hop }) => {
      if (link === undefined) return hop
      const { kind, probability, bits, channels } = link
      return { ...hop, link: { kind, probability, bits, channels } }
    }),
  }
}

async function named(store: Store, reference: string): Promise<BareNode> {
  const [node] = await store.bareNodes([toKey(reference) ?? reference])
  if (node !== undefined) return node
  throw new RefusalError(
    `Nothing in the store has the key ${reference}; \`revenant export graph\` lists the keys that there are.`,
  )
}

function typesIn(list: string): EdgeType[] {
  return list.split(',').map((typed) => {
    const type = EdgeType.safeParse(typed.trim())
    if (type.success) return type.data
    throw new RefusalError(`${typed} is no relation; there are ${EdgeType.options.join(', ')}.`)
  })
}
