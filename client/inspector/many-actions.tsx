import type { Icon } from '@tabler/icons-react'
import {
  IconArrowsExchange,
  IconCircles,
  IconEyeOff,
  IconFocusCentered,
  IconPin,
  IconPinnedOff,
  IconShare2,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hide } from '../commands/arrange.ts'
import { hideOthers } from '../commands/select-hide.ts'
import { pin, pinnable, unpin } from '../commands/select-pin.ts'
import { selectKeys } from '../commands/select-things.ts'
import { drawnLayout } from '../graph/drawn-now.ts'
import { useSelectSets } from '../graph/select-tools-sets.ts'
import { pinsOf } from '../scene/pins.ts'
import { useExplorer } from '../scene/store.ts'

interface Action {
  readonly label: string
  readonly icon: Icon
  /** How many things it would be about, or how many would be selected. */
  readonly count: number
  readonly act: () => void
}

/** What can be done with all that is selected, each button with how much it is about. */
export function ManyActions({ keys }: { readonly keys: readonly string[] }) {
  return (
    <div className="many-actions">
      {useActions(keys).map(({ label, icon: Shape, count, act }) => (
        <button key={label} type="button" className="btn" disabled={count === 0} onClick={act}>
          <Shape className="i" size={14} stroke={1.75} aria-hidden="true" />
          <span className="clip grow" title={label}>
            {label}
          </span>
          <span className="num m">{count}</span>
        </button>
      ))}
    </div>
  )
}

function useActions(keys: readonly string[]): readonly Action[] {
  const { t } = useTranslation()
  const { inverse, neighbors, similar, others } = useSelectSets()
  const scene = useExplorer((state) => state.view.scene)
  const pins = pinsOf(scene, drawnLayout())
  const pinned = keys.filter((key) => pins.has(key))
  const loose = [...pinnable(keys).keys()].filter((key) => !pins.has(key))
  const choose = (label: string, icon: Icon, set: readonly string[]): Action => ({
    label,
    icon,
    count: set.length,
    act: () => selectKeys(set),
  })
  const act = (
    label: string,
    icon: Icon,
    set: readonly string[],
    does: (keys: readonly string[]) => void,
    on: readonly string[] = set,
  ): Action => ({ label, icon, count: set.length, act: () => does(on) })
  return [
    choose(t('select.neighbors'), IconShare2, neighbors),
    choose(t('select.similar'), IconCircles, similar),
    choose(t('select.invert'), IconArrowsExchange, inverse),
    act(t('select.hideShort'), IconEyeOff, keys, hide),
    act(t('select.hideOthers'), IconFocusCentered, others, hideOthers, keys),
    act(t('select.pinShort'), IconPin, loose, pin),
    act(t('select.unpinShort'), IconPinnedOff, pinned, unpin),
  ]
}
