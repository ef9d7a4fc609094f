import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import { verifyPackage } from '../../leads/verify.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'

const Options = z.object({
  key: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/i, 'A fingerprint has 16 to 64 hexadecimal digits.')
    .optional()
    .meta({
      value: 'FINGERPRINT',
      description: 'the key that has to have signed it, as its sender gave it over another way',
    }),
})

export const verify: Command<typeof Options> = {
  name: 'verify',
  summary: 'Checks a sealed lead offline; exit code 1 when anything in it is not as it was sealed',
  positionals: ['FILE.zip'],
  options: Options,
  async run({ options: { key }, positionals: [file = ''] }, { folder, terminal }) {
    const bytes = await readFile(resolve(folder, file)).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new RefusalError(`${file} cannot be read (${why}); give the path of a lead package.`, {
        cause,
      })
    })
    const checked = await verifyPackage(bytes, key)
    await printJson(terminal, checked)
    return checked.ok ? 0 : 1
  },
}
