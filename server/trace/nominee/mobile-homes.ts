import { rankOf } from './rank.ts'

/** Some mobile numbers of mainland China that are at home in one province, by their first seven digits, first and last. */
export interface HomeRun {
  readonly from: number
  readonly to: number
  /** GB/T 2260, six digits. */
  readonly province: string
}

/** The home province of a telephone number in E.164, by GB/T 2260; undefined where it is no mobile number of mainland China or none of the runs holds it. */
export type HomeOf = (phone: string) => string | undefined

/** Looks a number up in runs that are apart, in any order. */
export function homesOf(runs: readonly HomeRun[]): HomeOf {
  const sorted = runs.toSorted((a, b) => a.from - b.from)
  const starts = Int32Array.from(sorted, ({ from }) => from)
  return (phone) => {
    const digits = mobile.exec(phone)?.[1]
    if (digits === undefined) return undefined
    const own = Number(digits)
    const run = sorted[rankOf(starts, own + 1) - 1]
    return run !== undefined && own <= run.to ? run.province : undefined
  }
}

/** Home regions are given out by the first seven of eleven digits, and stay with a number that is taken to another carrier. */
const mobile = /^\+86(1[3-9]\d{5})\d{4}$/
