import type { Csr } from '../kernel/csr.ts'
import { degreeOf, type Incidence } from './incidence.ts'

/**
 * Shops joined by what they have in common: for each kept identifier of d shops every pair of them gets 1 / (d − 1), so that an identifier gives each of its shops weight 1 in all, whatever
 * its degree (Newman 2001, doi:10.1103/PhysRevE.64.016132; the most robust of seven projections in Cann, Weaver and Williams 2020, doi:10.1017/nws.2020.11).
 *
 * A sparse product of the incidence with its transpose, row by row (Gustavson 1978, doi:10.1145/355791.355796). Weights are added in the order of identifiers in both rows of an edge, so that both read the same to the last bit.
 * Where a shop has few identifiers, their holders, which ascend, are merged into its row; only for many is there a dense accumulator, which is read and written all over memory.
 */
export function projected(incidence: Incidence, kept: Uint8Array): Csr {
  const { shops } = incidence
  const most = 2 * pairsWithin(incidence, kept)
  const starts = new Int32Array(shops + 1)
  const board: Board = {
    incidence,
    weightOf: weightsOf(incidence, kept),
    toward: new Float64Array(shops),
    targets: new Int32Array(most),
    weights: new Float64Array(most),
    run: new Int32Array(shops + 1),
    runWeights: new Float64Array(shops),
  }
  let length = 0
  for (let shop = 0; shop < shops; shop++) {
    length = addRow(board, shop, length)
    starts[shop + 1] = length
  }
  return {
    nodes: shops,
    starts,
    targets: board.targets.subarray(0, length),
    weights: board.weights.subarray(0, length),
    loops: new Float64Array(shops),
  }
}

/** Pairs that the kept identifiers make, repeated ones counted each time. */
export function pairsWithin(incidence: Incidence, kept: Uint8Array): number {
  let pairs = 0
  for (let identifier = 0; identifier < incidence.identifiers; identifier++) {
    const degree = degreeOf(incidence, identifier)
    if (kept[identifier] === 1) pairs += (degree * (degree - 1)) / 2
  }
  return pairs
}

interface Board {
  readonly incidence: Incidence
  /** By identifier, 0 where it makes no pair. */
  readonly weightOf: Float64Array
  /** By shop, the weight from the shop at hand; 0 between shops. */
  readonly toward: Float64Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  /** A row while more is merged into it. */
  readonly run: Int32Array
  readonly runWeights: Float64Array
}

function weightsOf(incidence: Incidence, kept: Uint8Array): Float64Array {
  return Float64Array.from(kept, (isKept, identifier) => {
    const degree = degreeOf(incidence, identifier)
    return isKept === 1 && 1 < degree ? 1 / (degree - 1) : 0
  })
}

/** More identifiers of one shop are not merged: each of them would go through the whole row again. */
const mostMerged = 8

/** Puts the row of a shop behind the others. Gives the new length, as do all that follow. */
function addRow(board: Board, shop: number, begin: number): number {
  const { shopStarts, held } = board.incidence
  const end = shopStarts[shop + 1] as number
  const isMerged = end - (shopStarts[shop] as number) <= mostMerged
  let length = begin
  for (let slot = shopStarts[shop] as number; slot < end; slot++) {
    const identifier = held[slot] as number
    if (board.weightOf[identifier] === 0) continue
    length = isMerged
      ? mergeHolders(board, identifier, shop, begin, length)
      : addHolders(board, identifier, shop, length)
  }
  if (!isMerged) sortRow(board, begin, length)
  return length
}

/** Merges one identifier's other shops into the row that begins at `begin`. */
function mergeHolders(
  board: Board,
  identifier: number,
  shop: number,
  begin: number,
  length: number,
): number {
  const { incidence, weightOf, targets, weights, run, runWeights } = board
  const { identifierStarts, holders } = incidence
  const weight = weightOf[identifier] as number
  const end = identifierStarts[identifier + 1] as number
  setAside(board, begin, length)
  let [from, place] = [0, begin]
  for (let slot = identifierStarts[identifier] as number; slot < end; slot++) {
    const other = holders[slot] as number
    if (other === shop) continue
    while ((run[from] as number) < other) {
      targets[place] = run[from] as number
      weights[place++] = runWeights[from++] as number
    }
    targets[place] = other
    weights[place++] = run[from] === other ? (runWeights[from++] as number) + weight : weight
  }
  for (const count = length - begin; from < count; from++) {
    targets[place] = run[from] as number
    weights[place++] = runWeights[from] as number
  }
  return place
}

/** Copies a row to `run`, with a number that no shop has behind it. */
function setAside(
  { incidence: { shops }, targets, weights, run, runWeights }: Board,
  begin: number,
  length: number,
): void {
  for (let slot = begin; slot < length; slot++) {
    run[slot - begin] = targets[slot] as number
    runWeights[slot - begin] = weights[slot] as number
  }
  run[length - begin] = shops
}

/** Adds one identifier's weight toward all its other shops; those met first are put behind the others. */
function addHolders(
  { incidence: { identifierStarts, holders }, weightOf, toward, targets }: Board,
  identifier: number,
  shop: number,
  length: number,
): number {
  const weight = weightOf[identifier] as number
  const end = identifierStarts[identifier + 1] as number
  let longer = length
  for (let slot = identifierStarts[identifier] as number; slot < end; slot++) {
    const other = holders[slot] as number
    if (other === shop) continue
    const before = toward[other] as number
    if (before === 0) targets[longer++] = other
    toward[other] = before + weight
  }
  return longer
}

/** Puts a row that was added in order and takes its weights, after which the board is clean for the next. */
function sortRow({ targets, toward, weights }: Board, begin: number, end: number): void {
  targets.subarray(begin, end).sort()
  for (let slot = begin; slot < end; slot++) {
    const other = targets[slot] as number
    weights[slot] = toward[other] as number
    toward[other] = 0
  }
}
