import { compareText } from '../../domain/canonical.ts'
import type {
  Agency,
  AgencyKind,
  Jurisdiction,
  RoutePlace,
  RouteUse,
  Routing,
} from '../../domain/leads/routing.ts'
import { provinceByCode } from '../../domain/province.ts'
import type { IsoDate } from '../../domain/units.ts'

export interface RouteInput {
  readonly shops: readonly string[]
  readonly places: readonly RoutePlace[]
  readonly agencies: readonly Agency[]
  /** Kinds of agency that may be competent, the one to propose first. */
  readonly kinds: readonly AgencyKind[]
  readonly asOf: IsoDate
}

/**
 * Proposes who may be competent, and sends nothing. By 法发〔2011〕3号, Art. 1, any place of making, keeping, sending, selling or harm may be competent, the main one where there are several: so all
 * places count, and the province where most shops make, keep or send goods comes first, then the one where most have any place. A shop goes to the first of these in which it has a
 * place; one without goes with the main one.
 */
export function routeOf({ shops, places, ...rest }: RouteInput): Routing {
  const counting = places.filter(({ province, shared }) => province !== null && !shared)
  const order = provincesByWeight(counting)
  const own = (shop: string) =>
    order.find((code) => counting.some((at) => at.province === code && at.shops.includes(shop)))
  const homes = new Map(shops.map((shop) => [shop, own(shop)]))
  const main = order[0] ?? null
  const jurisdictions = order.length === 0 ? [null] : order
  return {
    jurisdictions: jurisdictions.map((code) =>
      jurisdiction(code, {
        shops: shops.filter((shop) => (homes.get(shop) ?? main) === code),
        following: shops.filter((shop) => homes.get(shop) === undefined && main === code).length,
        places: counting.filter(({ province }) => province === code),
        ...rest,
      }),
    ),
    places: places.toSorted((a, b) => compareText(orderOf(a), orderOf(b))),
  }
}

const handling: ReadonlySet<RouteUse> = new Set(['make', 'store', 'dispatch'])

function provincesByWeight(places: readonly RoutePlace[]): string[] {
  const codes = new Set(places.flatMap(({ province }) => province ?? []))
  const weigh = (code: string) => {
    const here = places.filter(({ province }) => province === code)
    const physical = here.filter(({ use }) => handling.has(use))
    return { code, physical: shopsOf(physical).size, any: shopsOf(here).size }
  }
  return [...codes]
    .map(weigh)
    .toSorted((a, b) => b.physical - a.physical || b.any - a.any || compareText(a.code, b.code))
    .map(({ code }) => code)
}

function shopsOf(places: readonly RoutePlace[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ shops }) => shops))
}

function jurisdiction(
  code: string | null,
  {
    shops,
    following,
    places,
    agencies,
    kinds,
    asOf,
  }: Omit<RouteInput, 'shops'> & Pick<Jurisdiction, 'shops' | 'following'>,
): Jurisdiction {
  const province = code === null ? undefined : provinceByCode(code)
  const uses = [...new Set(places.map(({ use }) => use))].toSorted(compareText)
  return {
    province: code,
    name: province === undefined ? null : { en: province.en, 'zh-CN': province.zh },
    shops,
    following,
    uses: Object.fromEntries(
      uses.map((use) => [use, shopsOf(places.filter((place) => place.use === use)).size]),
    ),
    agencies: kinds.flatMap((kind) =>
      agencies.filter((own) => own.kind === kind && isThere(own, asOf) && serves(own, code)),
    ),
  }
}

function isThere({ validFrom, validTo }: Agency, asOf: IsoDate): boolean {
  return (
    (validFrom === undefined || validFrom <= asOf) && (validTo === undefined || asOf <= validTo)
  )
}

/** A national body serves every province, and is all that can be proposed where none is known. */
function serves({ province }: Agency, code: string | null): boolean {
  return province === national || province === code
}

const national = '000000'

function orderOf({ use, key, province }: RoutePlace): string {
  return [use, province ?? '~', key].join('\n')
}
