import type { RefusalError } from '../../domain/failure.ts'
import { refusal } from '../../domain/refusals.ts'

/** Whoever packs honest tables saves a factor of 5 to 50; files that unpack to more than this many times their size only mean to fill memory and disks. */
const mostTimes = 200
/** Small files of one repeated word are honest and pack better. */
const slackBytes = 16 * 2 ** 20
/** 16 GiB. */
const mostBytes = 16 * 2 ** 30

/** How many bytes a packed file may unpack to. */
export function inflationLimit(packedBytes: number): number {
  return Math.min(packedBytes * mostTimes + slackBytes, mostBytes)
}

/** What is said of a file that unpacks, or says that it unpacks, to more. */
export function inflationRefusal(file: string, packedBytes: number): RefusalError {
  return refusal('file-inflates', {
    file,
    packed: packedBytes,
    most: inflationLimit(packedBytes),
  })
}
