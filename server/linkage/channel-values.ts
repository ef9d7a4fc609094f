import { withListedBrands } from './catalogue/listed-brands.ts'
import { usualPrices } from './catalogue/usual-prices.ts'
import type { ChannelRule, ShopValue } from './channel.ts'
import { factory } from './channels/factory.ts'
import { registrant } from './channels/registrant.ts'
import { recordOf } from './identities/identity-records.ts'
import { sameFactories } from './identities/same-factories.ts'
import { shopIdentities } from './identities/shop-identities.ts'
import { withLikeness } from './likeness.ts'
import { type ShopValues, shopValues, type ValueSource } from './shop-values.ts'

/** Reads the values of a channel, by shop; those of a registrant or factory say which one it is, where its records differ. */
export function channelValues(
  source: ValueSource & {
    /** Whether registrants may be told by what a buyer cannot see: numbers, birth dates, accounts. */
    readonly resolves: boolean
  },
): (rule: ChannelRule) => ShopValues {
  const { edgesByType, nodes, resolves } = source
  const read = (rule: ChannelRule) =>
    rule.listed === undefined ? shopValues(rule, source) : withListed[rule.listed](rule, source)
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

/** What listings say, beside what is read from the graph. */
const withListed: Record<
  NonNullable<ChannelRule['listed']>,
  (rule: ChannelRule, source: ValueSource) => ShopValues
> = {
  brands: (rule, source) => withListedBrands(shopValues(rule, source), source),
  prices: (_rule, source) => usualPrices(source),
}

function withFactories(values: ShopValues, standsFor: ReadonlyMap<string, string>): ShopValues {
  if (standsFor.size === 0) return values
  return told(values, (value) => standsFor.get(value.key ?? ''))
}

function withIdentities(values: ShopValues, identities: ReadonlyMap<string, string>): ShopValues {
  if (identities.size === 0) return values
  return told(values, (value) => identities.get(recordOf(value) ?? ''))
}

function told(
  values: ShopValues,
  identityOf: (value: ShopValue) => string | undefined,
): ShopValues {
  const tell = (value: ShopValue): ShopValue => {
    const identity = identityOf(value)
    return identity === undefined ? value : { ...value, about: { ...value.about, identity } }
  }
  return { ...values, of: (shop) => values.of(shop).map(tell) }
}
