import type { BareNode, NodeKind } from '../../server/contract/graph.ts'
import type { Scene } from '../scene/scene.ts'

/** What two factories share, by what it is. */
export interface Shared {
  readonly origins: readonly BareNode[]
  readonly accounts: readonly BareNode[]
  readonly contacts: readonly BareNode[]
  readonly people: readonly BareNode[]
  readonly shops: readonly BareNode[]
}

const parts: Readonly<Record<keyof Shared, readonly NodeKind[]>> = {
  origins: ['Origin', 'Place'],
  accounts: ['PaymentAccount'],
  contacts: ['Contact'],
  people: ['Identity'],
  shops: ['Shop'],
}

/** What both factories touch in a scene: by themselves, by the parcels they sent, and through the shops that they serve. */
export function sharedBy(
  a: string,
  b: string,
  scene: Scene,
  sentTo: (key: string) => readonly string[],
): Shared {
  const [ofA, ofB] = [reachOf(a, scene, sentTo(a)), reachOf(b, scene, sentTo(b))]
  const both = [...ofA]
    .filter((key) => ofB.has(key) && key !== a && key !== b && !scene.hidden.has(key))
    .flatMap((key) => scene.nodes.get(key) ?? [])
  const of = (part: keyof Shared) => both.filter(({ kind }) => parts[part].includes(kind))
  return {
    origins: of('origins'),
    accounts: of('accounts'),
    contacts: of('contacts'),
    people: of('people'),
    shops: of('shops'),
  }
}

function reachOf(
  factory: string,
  { attributions, edges }: Scene,
  sent: readonly string[],
): Set<string> {
  const shops = attributions.find(({ target }) => target === factory)?.shops ?? []
  const around = new Set([factory, ...shops])
  const reached = new Set<string>([...shops, ...sent])
  for (const { from, to } of edges.values()) {
    if (around.has(from)) reached.add(to)
    if (from !== to && around.has(to)) reached.add(from)
  }
  return reached
}
