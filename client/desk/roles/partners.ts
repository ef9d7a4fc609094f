import type { BareNode } from '../../../server/contract/graph.ts'
import type { RoleName } from '../../../server/contract/roles.ts'
import type { Scene } from '../../scene/scene.ts'

/** One end of a statement that may be chosen. */
export interface Partner {
  readonly key: string
  readonly name: string
}

const roleHolders: ReadonlySet<string> = new Set(['Identity', 'PaymentAccount', 'Place'])

/** True where things of the kind have roles themselves; shops and rings are what roles are in. */
export function holdsRoles(kind: BareNode['kind']): boolean {
  return roleHolders.has(kind)
}

/** Who in the picture can have the role, by name. */
export function subjectsFor(role: RoleName, { nodes }: Scene): Partner[] {
  const can = ({ kind }: BareNode) => (role === 'controls' ? kind === 'Identity' : holdsRoles(kind))
  return byName([...nodes.values()].filter(can))
}

/** What in the picture the role can be of: the ring that is open, and for control also its shops. */
export function objectsFor(role: RoleName, { ring, nodes }: Scene): Partner[] {
  const shops = [...nodes.values()].filter(({ kind }) => role === 'controls' && kind === 'Shop')
  const open = ring === undefined ? [] : [{ key: ring.id, name: ring.name }]
  return [...open, ...byName(shops)]
}

function byName(nodes: readonly BareNode[]): Partner[] {
  return nodes
    .map(({ key, name }) => ({ key, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1))
}
