import type { BareNode } from '../../server/contract/graph.ts'
import { ConflictNote } from './conflict-note.tsx'
import { HoldBox } from './hold-box.tsx'

/** Who else is at a shop, and whether it is on hold; nothing for any other thing. */
export function ShopDesk({ node }: { readonly node: BareNode }) {
  if (node.kind !== 'Shop') return null
  return (
    <>
      <ConflictNote about={node.key} />
      <HoldBox shop={node.key} />
    </>
  )
}
