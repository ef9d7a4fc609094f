import type { Brought, History, Step, StepName } from './history.ts'
import { edgeId, type Scene } from './scene.ts'

/** The expansions of a node that are in the picture and were not taken back yet, oldest first. */
export function expansionsOf(history: History, key: string): readonly Step[] {
  return standing(history).filter(({ brought }) => brought?.around === key)
}

/**
 * The scene without what one step brought. What was there before it stays, and so does what another step brought as well or
 * was expanded from, with the relations that join it.
 */
export function withoutStep(scene: Scene, history: History, step: Step): Scene {
  const others = standing(history).filter(({ id }) => id !== step.id)
  const held = heldBy(others)
  const own = keysGained(step.patch.nodes)
  const gone = new Set(own.filter((key) => !held.nodes.has(key)))
  const left = new Set(own.filter((key) => held.nodes.has(key)))
  const edgesGone = new Set(
    keysGained(step.patch.edges).filter((id) => {
      const edge = scene.edges.get(id)
      if (edge === undefined || held.edges.has(id)) return false
      return !left.has(edge.from) && !left.has(edge.to)
    }),
  )
  return {
    ...scene,
    nodes: filtered(scene.nodes, (key) => !gone.has(key)),
    edges: filtered(scene.edges, (id) => !edgesGone.has(id)),
    hidden: hiddenAfter(scene, { step, gone, held: held.nodes }),
  }
}

/** How many nodes collapsing a step would take away. */
export function nodesTaken(scene: Scene, history: History, step: Step): number {
  return scene.nodes.size - withoutStep(scene, history, step).nodes.size
}

/** Steps since the picture was opened, less expansions that were taken back and the steps that took them. */
function standing({ steps, done }: History): readonly Step[] {
  const all = steps.slice(0, done)
  const opened = all.findLastIndex(({ name }) => opens.has(name.code))
  const since = all.slice(opened + 1)
  const taken = new Set(since.flatMap(({ collapsed }) => collapsed ?? []))
  return since.filter(({ id, collapsed }) => collapsed === undefined && !taken.has(id))
}

const opens: ReadonlySet<StepName['code']> = new Set([
  'openedRing',
  'openedShop',
  'openedScene',
  'gathered',
])

interface Held {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** What steps brought or stand on: an expansion stands on the node that it was made from. */
function heldBy(steps: readonly Step[]): Held {
  return {
    nodes: new Set(
      steps.flatMap(({ patch, brought }) => [
        ...keysGained(patch.nodes),
        ...endsOf(patch.edges?.plus),
        ...endsOf(patch.links?.plus),
        ...(brought === undefined ? [] : [brought.around, ...brought.nodes]),
      ]),
    ),
    edges: new Set(
      steps.flatMap(({ patch, brought }) => [
        ...keysGained(patch.edges),
        ...(brought?.edges ?? []),
      ]),
    ),
  }
}

function endsOf(
  relations: ReadonlyMap<string, { readonly from: string; readonly to: string }> = new Map(),
): readonly string[] {
  return [...relations.values()].flatMap(({ from, to }) => [from, to])
}

interface Gain {
  readonly minus: ReadonlyMap<string, unknown>
  readonly plus: ReadonlyMap<string, unknown>
}

/** A key on both sides of a change was there before. */
function keysGained(change: Gain | undefined): readonly string[] {
  if (change === undefined) return []
  return [...change.plus.keys()].filter((key) => !change.minus.has(key))
}

/** What the step showed again is hidden again, unless another step asked for it too; what is gone is no longer counted. */
function hiddenAfter(
  { hidden }: Scene,
  { step, gone, held }: { step: Step; gone: ReadonlySet<string>; held: ReadonlySet<string> },
): ReadonlySet<string> {
  const shown = [...(step.patch.hidden?.minus.keys() ?? [])].filter((key) => !held.has(key))
  const kept = [...hidden].filter((key) => !gone.has(key))
  const changes = shown.some((key) => !hidden.has(key)) || kept.length < hidden.size
  return changes ? new Set([...kept, ...shown]) : hidden
}

function filtered<T>(
  map: ReadonlyMap<string, T>,
  keep: (key: string) => boolean,
): ReadonlyMap<string, T> {
  const kept = [...map].filter(([key]) => keep(key))
  return kept.length === map.size ? map : new Map(kept)
}

/** What an answer of neighbors holds, as a step remembers it. */
export function broughtBy(
  around: string,
  items: readonly {
    readonly node: { readonly key: string }
    readonly edge: Parameters<typeof edgeId>[0]
  }[],
): Brought {
  return {
    around,
    nodes: [...new Set(items.map(({ node }) => node.key))],
    edges: items.map(({ edge }) => edgeId(edge)),
  }
}
