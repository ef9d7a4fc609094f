import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { moveDate } from '../commands/travel-beside.ts'
import { pastIn } from '../scene/past.ts'
import { useExplorer } from '../scene/store.ts'

/** The date of the picture. When it was moved, a click goes back to the date of the run. */
export function AsOf() {
  const { t } = useTranslation()
  const moved = useExplorer((state) => state.asOf)
  const sense = useExplorer((state) => state.sense)
  const run = useExplorer((state) => state.seen?.run)
  const past = useExplorer((state) => pastIn(state)?.asOf !== undefined)
  if (run === undefined) return null
  const text = (
    <>
      <IconClock className="i" size={14} stroke={1.75} aria-hidden="true" />
      {t(sense === 'known' ? 'time.asOfKnown' : 'shell.asOf')} <b>{moved ?? run.asOf}</b>
    </>
  )
  if (moved === undefined || moved === run.asOf) {
    return (
      <>
        <span className="sep" />
        <span className="asof">{text}</span>
      </>
    )
  }
  return (
    <>
      <span className="sep" />
      <button
        type="button"
        className={past ? 'asof btn ghost past' : 'asof btn ghost'}
        title={t('shell.asOfRun', { date: run.asOf })}
        onClick={() => moveDate(undefined)}
      >
        {text}
      </button>
    </>
  )
}
