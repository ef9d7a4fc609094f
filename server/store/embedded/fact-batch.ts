import type { Facts } from '../../domain/fact.ts'
import type { EpochMs } from '../../domain/units.ts'
import { checkFacts, checkSize } from '../check-facts.ts'
import type { FactBatch } from '../port.ts'
import { writtenOnce } from '../written-facts.ts'
import type { Filling } from './filling.ts'
import type { FillingThread } from './filling-thread.ts'
import { packedFacts } from './packed-facts.ts'
import { type PackedParts, packedParts, partRecords } from './packed-parts.ts'
import { putBatch } from './put-batch.ts'

/** Facts that are packed as they come, once there is a thread to hand them to. */
export function factBatch(filling: Filling, source: string, at: EpochMs): FactBatch {
  const { database, first } = filling
  let size = 0
  let loose: Facts[] = []
  let packed: PackedParts | undefined
  const pack = (thread: FillingThread) => {
    packed ??= packedParts(thread, first, source)
    packed.add(loose)
    loose = []
  }
  const putHere = (facts: readonly Facts[]) =>
    database.transaction(() => putBatch(database, first, facts, at))
  /** What the thread could not write. */
  const leftBy = async ({ thread, parts, again, facts }: PackedParts) => {
    const isPut = thread === filling.thread() && (await thread.put(parts, at))
    if (!isPut) return [...facts(), ...loose]
    return first.newOf(writtenOnce(again, packedFacts), at) === undefined ? again : []
  }
  return {
    size: () => size,
    add(facts) {
      size += 1
      loose.push(facts)
      const thread = packed?.thread ?? filling.thread()
      if (thread !== undefined && loose.length === partRecords) pack(thread)
    },
    async put() {
      checkSize(size)
      const thread = packed?.thread ?? (await filling.threadFor(size))
      if (thread !== undefined) pack(thread)
      if (packed === undefined) {
        checkFacts(source, loose)
        putHere(loose)
        return
      }
      const left = await leftBy(packed).catch(async (failure: unknown) => {
        await filling.endThread()
        throw failure
      })
      if (left.length === 0) return
      await filling.end()
      putHere(left)
    },
  }
}
