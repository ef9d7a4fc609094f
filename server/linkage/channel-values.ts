import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { ChannelRule, ShopValue } from './channel.ts'
import { factory } from './channels/factory.ts'
import { registrant } from './channels/registrant.ts'
import { recordOf } from './identities/identity-records.ts'
import { sameFactories } from './identities/same-factories.ts'
import { shopIdentities } from './identities/shop-identities.ts'
import { withLikeness } from './likeness.ts'
import { shopValues } from './shop-values.ts'

/** Where the values of shops are read from. */
export interface ValueSource {
  readonly shops: readonly GraphNode[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edgesByType: ReadonlyMap<string, readonly GraphEdge[]>
  /** Whether registrants may be told by what a buyer cannot see: numbers, birth dates, accounts. */
  readonly resolves: boolean
}

type Values = readonly (readonly ShopValue[])[]

/** Reads the values of a channel, by shop; those of a registrant or factory say which one it is, where its records differ. */
export function channelValues(source: ValueSource): (rule: ChannelRule) => Values {
  const { shops, edgesByType, nodes, placeOf, resolves } = source
  const read = (rule: ChannelRule) => shopValues(rule, shops, edgesByType, nodes, placeOf)
  const registrants = read(registrant)
  const identities = resolves
    ? shopIdentities({ values: registrants, nodes, edgesByType })
    : new Map<string, string>()
  return (rule) => {
    const values = rule === registrant ? registrants : read(rule)
    if (rule === factory) return withFactories(values, sameFactories([...nodes.values()]).standsFor)
    const resolved = rule.carrier?.reads === undefined ? values : withIdentities(values, identities)
    return withLikeness(rule, resolved)
  }
}

function withFactories(values: Values, standsFor: ReadonlyMap<string, string>): Values {
  if (standsFor.size === 0) return values
  return told(values, (value) => standsFor.get(value.key ?? ''))
}

function withIdentities(values: Values, identities: ReadonlyMap<string, string>): Values {
  if (identities.size === 0) return values
  return told(values, (value) => identities.get(recordOf(value) ?? ''))
}

/** The lists of shops of which there is nothing to tell stay as they are. */
function told(values: Values, identityOf: (value: ShopValue) => string | undefined): Values {
  return values.map((own) => {
    const identities = own.map(identityOf)
    if (identities.every((one) => one === undefined)) return own
    return own.map((value, place) => {
      const identity = identities[place]
      return identity === undefined ? value : { ...value, about: { ...value.about, identity } }
    })
  })
}
