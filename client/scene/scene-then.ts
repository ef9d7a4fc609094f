import type { GatherAnswer } from '../../server/contract/desk.ts'
import { edgeId, linkId, type Scene } from './scene.ts'
import type { ExplorerState } from './store.ts'

/** What was known of the things of a picture at a moment, as the server tells it. */
export interface Told {
  readonly knownAt: string
  /** Keys that were asked for: of others nothing is said. */
  readonly asked: ReadonlySet<string>
  readonly answer: GatherAnswer
}

/** A scene as it was known at a moment, and what of it was not: by key or id. */
export interface SceneThen {
  readonly scene: Scene
  readonly unknown: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()
/** The scene of the page as it was known at the moment that was chosen: as it is until the server said so, and where none was. */
export function sceneThenIn({
  view,
  knownAt,
  told,
}: Pick<ExplorerState, 'view' | 'knownAt' | 'told'>): SceneThen {
  return sceneThen(view.scene, told?.knownAt === knownAt ? told : undefined)
}

let last: { scene: Scene; told: Told | undefined; then: SceneThen } | undefined

/**
 * The scene with names, dates, relations and links as they were known, the links those of the run of then. What was not known stays where it is, as it is now, and is named: nothing in the
 * picture moves for it, and the views draw it as a ghost. The same arguments give the same value, so that nothing is drawn twice.
 */
export function sceneThen(scene: Scene, told: Told | undefined): SceneThen {
  if (last?.scene === scene && last.told === told) return last.then
  const then = told === undefined ? { scene, unknown: nothing } : workedOut(scene, told)
  last = { scene, told, then }
  return then
}

function workedOut(scene: Scene, { asked, answer }: Told): SceneThen {
  const known = {
    nodes: new Map(answer.nodes.map((node) => [node.key, node])),
    edges: new Map(answer.edges.map((edge) => [edgeId(edge), edge])),
    links: new Map(answer.links.map((link) => [linkId(link), link])),
  }
  const wasAsked = ({ from, to }: { readonly from: string; readonly to: string }) =>
    asked.has(from) && asked.has(to)
  const unknown = [
    ...[...scene.nodes.keys()].filter((key) => asked.has(key) && !known.nodes.has(key)),
    ...[...scene.edges].flatMap(([id, own]) => (wasAsked(own) && !known.edges.has(id) ? id : [])),
    ...[...scene.links].flatMap(([id, own]) => (wasAsked(own) && !known.links.has(id) ? id : [])),
  ]
  return {
    scene: {
      ...scene,
      nodes: replaced(scene.nodes, known.nodes),
      edges: replaced(scene.edges, known.edges),
      links: replaced(scene.links, known.links),
      holders: new Map([...scene.holders, ...Object.entries(answer.holders)]),
      generic: new Set([
        ...[...scene.generic].filter((key) => !known.nodes.has(key)),
        ...answer.generic,
      ]),
      events: answer.events,
    },
    unknown: new Set(unknown),
  }
}

function replaced<T>(
  own: ReadonlyMap<string, T>,
  known: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  return new Map([...own].map(([id, value]) => [id, known.get(id) ?? value]))
}
