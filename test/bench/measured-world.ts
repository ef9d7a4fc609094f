import type { IsoDate } from '../../server/domain/units.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'
import type { TrapGroup } from '../../server/rings/score/trap-pairs.ts'
import type { ControllerTruth, Truth } from '../../server/rings/truth.ts'
import type { LinkedWorld } from './link-world.ts'

/** A world that was read once and linked once, with all that is known of it. */
export interface MeasuredWorld {
  /** Begins the name of every figure. */
  readonly label: string
  readonly evidence: Evidence
  readonly asOf: IsoDate
  /** Rows that name a controller. */
  readonly truth: readonly ControllerTruth[]
  /** Rows of truth that are scored by themselves, by the name of the part. */
  readonly parts: Readonly<Record<string, readonly Truth[]>>
  readonly full: LinkedWorld
  /** What its maker knows beyond `truth.csv`; undefined of a world that was not generated. */
  readonly made: MadeWorld | undefined
}

export interface MadeWorld {
  /** When the controller of each shop began to trade on it. */
  readonly starts: ReadonlyMap<string, IsoDate>
  readonly trapGroups: readonly TrapGroup[]
}

/** One more thing to find out about a world that was measured; prints its own figures. */
export type Study = (world: MeasuredWorld) => void
