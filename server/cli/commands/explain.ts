import { z } from 'zod'

import { FailureError, RefusalError } from '../../domain/failure.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Link } from '../../domain/link.ts'
import { explain as explainLink } from '../../jobs/explain.ts'
import { rescoredLine } from '../../linkage/generic-words.ts'
import { waterfall } from '../../linkage/waterfall.ts'
import type { Command } from '../command.ts'
import { judgedBy } from '../judging-note.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { shopKey } from '../shop-key.ts'
import { openToRead } from '../store-address.ts'

const Options = z.object({
  json: z.boolean().optional().meta({ description: 'prints the links with their ledgers as JSON' }),
})

export const explain: Command<typeof Options> = {
  name: 'explain',
  summary: 'Says in bits why two shops are linked, and what speaks against it',
  positionals: ['SHOP', 'SHOP'],
  options: Options,
  async run({ store: address, options, positionals }, shell) {
    const [a, b] = positionals.map(shopKey) as [NodeKey, NodeKey]
    if (a === b) throw new RefusalError('Both arguments name the same shop; name two.')
    await using store = await openToRead(address, shell)
    const onProgress = tellProgress(shell.terminal)
    const { links, rescored, names, judging } = await explainLink(store, a, b, { onProgress })
    if (options.json === true) {
      await printJson(shell.terminal, links)
      return 0
    }
    if (judging !== undefined) {
      shell.terminal.note(
        `No run keeps this link; it was worked out just now, ${judgedBy(judging)}`,
      )
    }
    for (const own of rescored) shell.terminal.note(rescoredLine(own))
    const nameOf = (key: string) => names.get(key) ?? key
    await shell.terminal.out(`${waterfall(mostTelling(links), nameOf).trimEnd()}\n`)
    return 0
  },
}

/** A return says all that one controller says, and more; both rest on one ledger. */
function mostTelling(links: readonly Link[]): Link {
  const telling = links.find(({ kind }) => kind === 'came_back_as') ?? links[0]
  if (telling === undefined) throw new FailureError('Nothing at all relates these two shops.')
  return telling
}
