import { type NodeKey, shopReference } from '../../domain/keys.ts'
import type { Run } from '../../domain/run.ts'
import { previewScope } from '../../jobs/preview-scope.ts'
import type { Store } from '../../store/port.ts'
import type { Shell } from '../command.ts'

interface Scoped {
  readonly run: Run
  readonly ring: string
  readonly shops: readonly string[] | undefined
}

/** Says beside the result which shops of the ring a lead leaves out, and what it cannot show without them. */
export async function tellScope(
  store: Store,
  { run, ring, shops }: Scoped,
  { terminal }: Shell,
): Promise<void> {
  const preview = shops && (await previewScope(store, run, ring, shops))
  if (preview === undefined) return
  const { chosen, leftOut, lost, targets, names } = preview
  const name = (key: string) => `${names[key] ?? key} (${shopReference(key as NodeKey)})`
  terminal.note(`Of the ring's ${chosen.length + leftOut.length} shops ${chosen.length} leave.`)
  if (0 < leftOut.length) terminal.note(`Left out: ${leftOut.map(name).join('; ')}.`)
  for (const { shop, to, through } of lost)
    terminal.note(
      `${name(shop)} belongs with ${name(to)} only by way of ${through} of those left out, and the package will not show it.`,
    )
  if (0 < targets)
    terminal.note(
      `Factories and places that only those left out lead to, and left out too: ${targets}.`,
    )
}
