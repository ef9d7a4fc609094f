/** Communities while nodes move: numbers from 0 to nodes − 1, not all of them in use. */
export interface Assignment {
  /** By node. */
  readonly communities: Int32Array
  /** By community, the masses of its nodes, and how many they are. */
  readonly masses: Float64Array
  readonly sizes: Int32Array
}

export function assignmentOf(communities: Int32Array, masses: Float64Array): Assignment {
  const own = {
    communities,
    masses: new Float64Array(masses.length),
    sizes: new Int32Array(masses.length),
  }
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] as number
    own.masses[community] = (own.masses[community] as number) + (masses[node] as number)
    own.sizes[community] = (own.sizes[community] as number) + 1
  }
  return own
}

export function everyNodeAlone(masses: Float64Array): Assignment {
  return {
    communities: Int32Array.from(masses.keys()),
    masses: masses.slice(),
    sizes: new Int32Array(masses.length).fill(1),
  }
}

/** Moves what a node weighs from the community that it is in to another. */
export function reassign(own: Assignment, node: number, mass: number, to: number): void {
  const { communities, masses, sizes } = own
  const from = communities[node] as number
  communities[node] = to
  masses[from] = (masses[from] as number) - mass
  masses[to] = (masses[to] as number) + mass
  sizes[from] = (sizes[from] as number) - 1
  sizes[to] = (sizes[to] as number) + 1
}

/** Numbers communities anew from 0, in the order of their first nodes, so that what is known of them stands close together in memory. */
export function packed(own: Assignment): void {
  const { communities, masses, sizes } = own
  const numbers = new Int32Array(communities.length).fill(-1)
  const before = { masses: masses.slice(), sizes: sizes.slice() }
  masses.fill(0)
  sizes.fill(0)
  let count = 0
  for (let node = 0; node < communities.length; node++) {
    const old = communities[node] as number
    if ((numbers[old] as number) < 0) {
      masses[count] = before.masses[old] as number
      sizes[count] = before.sizes[old] as number
      numbers[old] = count++
    }
    communities[node] = numbers[old] as number
  }
}
