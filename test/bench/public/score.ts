/** How well a partition matches the truth, shares from 0 to 1. */
export interface PartitionScore {
  readonly pairs: Agreement
  /** B-cubed (Bagga and Baldwin 1998): the mean over records. */
  readonly bCubed: Agreement
}

export interface Agreement {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Both partitions by record, as numbers below how many records there are; only the records that `counted` says yes to are scored. */
export function scorePartition(
  found: Int32Array,
  truth: Int32Array,
  counted: (record: number) => boolean,
): PartitionScore {
  const both = new Map<number, number>()
  const ofFound = new Map<number, number>()
  const ofTruth = new Map<number, number>()
  let records = 0
  for (let record = 0; record < found.length; record++) {
    if (!counted(record)) continue
    const [a, b] = [found[record] as number, truth[record] as number]
    add(both, a * found.length + b)
    add(ofFound, a)
    add(ofTruth, b)
    records++
  }
  let precision = 0
  let recall = 0
  for (const [key, count] of both) {
    precision += count ** 2 / (ofFound.get(Math.floor(key / found.length)) ?? 1)
    recall += count ** 2 / (ofTruth.get(key % found.length) ?? 1)
  }
  const right = pairsOf(both)
  return {
    pairs: agreement(right / pairsOf(ofFound), right / pairsOf(ofTruth)),
    bCubed: agreement(precision / records, recall / records),
  }
}

/** Pairs of records that are in one part. */
export function pairsOf(sizes: ReadonlyMap<number, number>): number {
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function agreement(precision: number, recall: number): Agreement {
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}
