import i18next, { type TFunction } from 'i18next'

import type { NeighbourCount } from '../../server/contract/graph.ts'
import type { Channel, LedgerBar } from '../../server/contract/ring.ts'

type CodeGroup = 'missing' | 'parts' | 'levels' | 'properties'

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

/** The relation of a group of neighbors as seen from the node: "ship from here". */
export function relationText(t: TFunction, { type, direction }: NeighbourCount): string {
  return direction === 'out' ? t(`edgesOut.${type}`) : t(`edgesIn.${type}`)
}

/** Ids that are put together from the server's codes cannot be checked by type, so the texts are asked. */
function known(t: TFunction, id: string): string | undefined {
  return i18next.exists(id) ? t(id as 'levels.same') : undefined
}
