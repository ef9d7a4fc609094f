import i18next, { type TFunction } from 'i18next'

import type { NeighbourCount } from '../../server/contract/graph.ts'
import type { Channel, LedgerBar, Link } from '../../server/contract/ring.ts'

type CodeGroup =
  | 'missing'
  | 'clues'
  | 'parts'
  | 'levels'
  | 'properties'
  | 'placeVisits'
  | 'placeResults'

/** The text of a permanent code of the server; a code that no text knows is shown as it is. */
export function codeText(t: TFunction, group: CodeGroup, code: string): string {
  return known(t, `${group}.${code}`) ?? code
}

/** Channels in one line, by name. */
export function channelsText(t: TFunction, channels: readonly Channel[]): string {
  return channels.map((channel) => t(`channels.${channel}`)).join(t('shell.comma'))
}

/** A step of a path to a factory: a relation of the graph, or what parcels show. */
export function stepText(t: TFunction, relation: string): string {
  return known(t, `edgesOut.${relation}`) ?? known(t, `parcelSteps.${relation}`) ?? relation
}

/** How two strangers could come to share what a bar rests on; undefined where the values differ. */
export function innocentText(t: TFunction, bar: LedgerBar): string | undefined {
  if (bar.innocent === undefined) return undefined
  return known(t, `innocent.${bar.channel}_${bar.level}`) ?? bar.innocent
}

/** What a link says of its two shops. */
export function linkText(t: TFunction, { kind, ledger }: Pick<Link, 'kind' | 'ledger'>): string {
  const imitation = kind === 'shares_supply' && ledger.supply?.imitation === true
  return imitation ? t('link.imitation') : t(`linkKinds.${kind}`)
}

const models = [
  ['learnt-weights', 'link.modelLearnt'],
  ['usual-weights', 'link.modelUsual'],
] as const

/** Where the weights of a model come from; the name of one that no text knows. */
export function modelText(t: TFunction, model: string): string {
  const known = models.find(([name]) => model.startsWith(name))
  return known === undefined ? model : t(known[1])
}

/** The relation of a group of neighbors as seen from the node: "ship from here". */
export function relationText(t: TFunction, { type, direction }: NeighbourCount): string {
  return direction === 'out' ? t(`edgesOut.${type}`) : t(`edgesIn.${type}`)
}

/** Ids that are put together from the server's codes cannot be checked by type, so the texts are asked. */
function known(t: TFunction, id: string): string | undefined {
  return i18next.exists(id) ? t(id as 'levels.same') : undefined
}
