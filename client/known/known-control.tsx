import { IconDatabase } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { pastText } from '../marks/past-text.ts'
import { momentText } from '../scene/format.ts'
import { useExplorer } from '../scene/store.ts'
import { useKnownChoice } from './known-state.ts'

/** Comes when a moment is first chosen. */
const KnownChoice = lazy(async () => ({
  default: (await withTexts(() => import('./known-choice.tsx'))).KnownChoice,
}))

/** Beside the date of the picture: as of which moment what we knew is shown. A click opens the choice. */
export function KnownControl() {
  const { t } = useTranslation()
  const hasData = useExplorer(({ seen }) => seen !== undefined && seen.records !== 0)
  const knownAt = useExplorer((state) => state.knownAt)
  const open = useKnownChoice((state) => state.open)
  const host = useRef<HTMLDivElement>(null)
  const close = () => {
    useKnownChoice.setState({ open: false })
    host.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) useKnownChoice.setState({ open: false })
  }
  if (!hasData) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys and the focus of what is in it.
    <div ref={host} className="known" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        className={knownAt === undefined ? 'asof btn ghost' : 'asof btn ghost past'}
        aria-expanded={open}
        title={`${knownAt === undefined ? t('past.control') : pastText(t, { knownAt })} (K)`}
        onClick={() => useKnownChoice.setState({ open: !open })}
      >
        <IconDatabase className="i" size={14} stroke={1.75} aria-hidden="true" />
        <span className="word">
          {knownAt === undefined ? t('past.controlNow') : t('past.controlSet')}{' '}
          {knownAt !== undefined && <b>{momentText(Date.parse(knownAt))}</b>}
        </span>
      </button>
      {open && (
        <Suspense fallback={<Bones rows={4} />}>
          <KnownChoice onDone={close} />
        </Suspense>
      )}
    </div>
  )
}
