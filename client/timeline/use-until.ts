import { useMemo, useRef } from 'react'

import { datesOf } from '../../server/picture/time-scale.ts'
import type { Scene } from '../scene/scene.ts'

/** The latest date that was shown of this scene: where the axis ends, and where the cursor can go back to. */
export function useUntil(scene: Scene, asOf: string): string {
  const opened = scene.ring?.id
  const known = useRef({ opened, until: '' })
  if (known.current.opened !== opened) known.current = { opened, until: '' }
  if (known.current.until < asOf) known.current.until = asOf
  const last = useMemo(
    () =>
      datesOf([...scene.nodes.values()])
        .toSorted()
        .at(-1),
    [scene],
  )
  return known.current.until < '9000' ? known.current.until : (last ?? '2000-01-01')
}
