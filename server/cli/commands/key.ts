import { z } from 'zod'

import { openSigner, rotateKey } from '../../jobs/signing-key.ts'
import { keyInUse } from '../../leads/formats/signature.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { keyFolder } from '../store-address.ts'

const Options = z.object({
  new: z.boolean().optional().meta({
    description: 'lets a new key take the place of the one in use, which stays in the list',
  }),
})

export const key: Command<typeof Options> = {
  name: 'key',
  summary: 'Shows the fingerprint of the key that leads are signed with, for recipients to compare',
  positionals: [],
  options: Options,
  async run({ store: address, options }, shell) {
    const open = options.new === true ? rotateKey : openSigner
    const folder = keyFolder(address, shell)
    const { history } = await open(folder, shell.now())
    shell.terminal.note(
      `Give recipients this fingerprint over another way than the lead: ${keyInUse(history).fingerprint}. The keys lie in ${folder}; keep a copy of that folder in a safe place.`,
    )
    await printJson(shell.terminal, history)
    return 0
  },
}
