import { resolve } from 'node:path'

import { z } from 'zod'

import { generate as generateInto } from '../../jobs/generate.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'

/** The bounds of each are told by the generator, which knows what it can make. */
const Options = z.object({
  shops: z.coerce
    .number()
    .default(1_000)
    .meta({ value: 'N', description: 'how many; 1000 when absent' }),
  seed: z.coerce.number().default(1).meta({
    value: 'S',
    description: 'the same seed gives the same bytes; 1 when absent',
  }),
  evasion: z.coerce.number().default(1).meta({
    value: 'X',
    description: 'how much a return changes, from 0 to 4; 1 when absent',
  }),
  labels: z.coerce.number().default(0).meta({
    value: 'SHARE',
    description: 'share of controllers about whom decisions are written; 0 when absent',
  }),
  twin: z.boolean().optional().meta({ description: 'the same market, in which nobody comes back' }),
  out: z.string().min(1).meta({ value: 'DIR', description: 'an empty or new folder' }),
})

export const generate: Command<typeof Options> = {
  name: 'generate',
  summary: 'Writes a synthetic world: DIR/data is a dataset, DIR/truth/truth.csv its truth',
  positionals: [],
  options: Options,
  async run({ options: { out, twin = false, ...options } }, { folder, terminal }) {
    await printJson(terminal, await generateInto(resolve(folder, out), { ...options, twin }))
    return 0
  },
}
