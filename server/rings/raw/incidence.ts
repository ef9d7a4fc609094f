/**
 * Who has what, both ways, in compressed rows of numbers: the identifiers of shop i are held[shopStarts[i]] … and the shops that have identifier k are
 * holders[identifierStarts[k]] …, each ascending and each once. 8 bytes a membership.
 */
export interface Incidence {
  readonly shops: number
  readonly identifiers: number
  readonly shopStarts: Int32Array
  readonly held: Int32Array
  readonly identifierStarts: Int32Array
  readonly holders: Int32Array
}

/** Memberships as they come: shop[m] has identifier[m], both numbered from 0. */
export interface MembershipList {
  readonly shop: Int32Array
  readonly identifier: Int32Array
}

/**
 * Rows of memberships in any order, repeated ones once; the same memberships give the same bytes.
 *
 * @throws RangeError where a number is outside `shops` or `identifiers`.
 */
export function incidenceOf(
  shops: number,
  identifiers: number,
  { shop, identifier }: MembershipList,
): Incidence {
  const loose = grouped(identifiers, identifier, shops, shop)
  const byShop = regrouped(identifiers, loose, shops)
  const rows = withoutRepeats(shops, byShop)
  const columns = regrouped(shops, rows, identifiers)
  return {
    shops,
    identifiers,
    shopStarts: rows.starts,
    held: rows.values,
    identifierStarts: columns.starts,
    holders: columns.values,
  }
}

/** How many shops have identifier `k`. */
export function degreeOf({ identifierStarts }: Incidence, identifier: number): number {
  return (identifierStarts[identifier + 1] as number) - (identifierStarts[identifier] as number)
}

interface Rows {
  readonly starts: Int32Array
  readonly values: Int32Array
}

/** Values by their keys, in the order in which they come. */
function grouped(keys: number, key: Int32Array, limit: number, value: Int32Array): Rows {
  const starts = new Int32Array(keys + 1)
  for (let m = 0; m < key.length; m++) {
    const [k, v] = [key[m] as number, value[m] as number]
    if (!(0 <= k && k < keys && 0 <= v && v < limit))
      throw new RangeError(`membership ${m} is of ${v} and ${k}, of ${limit} and ${keys}`)
    starts[k + 1] = (starts[k + 1] as number) + 1
  }
  addUp(starts)
  const next = starts.slice()
  const values = new Int32Array(key.length)
  for (let m = 0; m < key.length; m++) {
    const slot = next[key[m] as number] as number
    values[slot] = value[m] as number
    next[key[m] as number] = slot + 1
  }
  return { starts, values }
}

/** The other way round: as the keys are taken in their order, each new row is ascending. */
function regrouped(keys: number, { starts, values }: Rows, limit: number): Rows {
  const turned = new Int32Array(limit + 1)
  for (const value of values) turned[value + 1] = (turned[value + 1] as number) + 1
  addUp(turned)
  const next = turned.slice()
  const of = new Int32Array(values.length)
  for (let key = 0; key < keys; key++) {
    const end = starts[key + 1] as number
    for (let slot = starts[key] as number; slot < end; slot++) {
      const value = values[slot] as number
      const place = next[value] as number
      of[place] = key
      next[value] = place + 1
    }
  }
  return { starts: turned, values: of }
}

function addUp(starts: Int32Array): void {
  for (let key = 1; key < starts.length; key++)
    starts[key] = (starts[key] as number) + (starts[key - 1] as number)
}

function withoutRepeats(keys: number, { starts, values }: Rows): Rows {
  const kept = new Int32Array(keys + 1)
  const distinct = values.slice()
  let length = 0
  for (let key = 0; key < keys; key++) {
    const begin = length
    const end = starts[key + 1] as number
    for (let slot = starts[key] as number; slot < end; slot++) {
      const value = values[slot] as number
      if (begin < length && distinct[length - 1] === value) continue
      distinct[length++] = value
    }
    kept[key + 1] = length
  }
  return { starts: kept, values: distinct.slice(0, length) }
}
