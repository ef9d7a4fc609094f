import type { Attribution } from '../../server/contract/ring.ts'

/** The factory that the records lead to first; hubs and places only when there is no other. */
export function leadingFactory(attributions: readonly Attribution[]): Attribution | undefined {
  return (
    attributions.find(({ kind, hub }) => kind === 'Factory' && !hub) ??
    attributions.find(({ hub }) => !hub) ??
    attributions[0]
  )
}
