import { beginningsOf, type Sense } from './beginnings.ts'
import type { Scene } from './scene.ts'
import { outsideOf, type TimeWindow } from './time-window.ts'

/** How the things and ties of a scene stand in time, by key or id. */
export interface Standing {
  /** Not there yet at the date of the picture, or not seen by anybody yet: drawn as ghosts. */
  readonly unborn: ReadonlySet<string>
  /** Among these what had not been loaded by the moment whose knowledge is shown. */
  readonly unknown: ReadonlySet<string>
  /** Outside the window: stepping back. */
  readonly outside: ReadonlySet<string>
}

export interface TimeSetting {
  readonly asOf: string
  readonly sense: Sense
  readonly window: TimeWindow | undefined
  readonly unknown: ReadonlySet<string>
}

let last: { scene: Scene; setting: TimeSetting; standing: Standing } | undefined

/** The same scene, date, sense and window give the same value, so that nothing is drawn twice. */
export function standingOf(scene: Scene, setting: TimeSetting): Standing {
  if (last?.scene === scene && isSame(last.setting, setting)) return last.standing
  const { unknown } = setting
  const later = [...beginningsOf(scene, setting.sense)].flatMap(([id, day]) =>
    setting.asOf < day ? [id] : [],
  )
  const unborn = new Set([...later, ...unknown])
  const standing = { unborn, unknown, outside: outsideOf(scene, setting.window) }
  last = { scene, setting, standing }
  return standing
}

function isSame(a: TimeSetting, b: TimeSetting): boolean {
  if (a.asOf !== b.asOf || a.unknown !== b.unknown) return false
  return a.sense === b.sense && a.window === b.window
}
