import { IconBasket, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { FailureNote } from '../marks/failure-note.tsx'
import { IconButton } from '../marks/icon-button.tsx'
import { useCurrentCase } from './cases.ts'
import { thingsQuery } from './desk-queries.ts'
import { useDesk } from './desk-state.ts'
import { openThings } from './open-things.ts'
import { thingsNamed } from './subject.ts'
import { emptyTray, useTray } from './tray.ts'
import { TrayRow } from './tray-row.tsx'
import './desk.css'

/** How much is laid aside, always in sight; a press opens the tray. */
export function TrayButton() {
  const { t } = useTranslation()
  const count = useTray().length
  const open = useDesk((state) => state.trayOpen)
  return (
    <button
      type="button"
      className="tray-button"
      aria-expanded={open}
      aria-controls="tray"
      title={t('tray.open', { count })}
      onClick={() => useDesk.setState({ trayOpen: !open })}
    >
      <IconBasket className="i" size={14} stroke={1.75} aria-hidden="true" />
      {t('tray.title')} <b>{count}</b> <kbd>⇧T</kbd>
    </button>
  )
}

/** What was laid aside for the lead: it stays through scenes and reloads, in an order of the user's own. */
export function TrayDrawer() {
  const open = useDesk((state) => state.trayOpen)
  if (!open) return null
  return <Opened />
}

function Opened() {
  const { t } = useTranslation()
  const tray = useTray()
  const current = useCurrentCase()
  const close = () => useDesk.setState({ trayOpen: false })
  return (
    <section
      id="tray"
      className="tray"
      aria-label={t('tray.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        close()
      }}
    >
      <div className="row tray-head">
        <h2>{t('tray.title')}</h2>
        <span className="m">{tray.length}</span>
        <span className="m clip">
          {current === undefined
            ? t('tray.ofBrowser')
            : t('tray.ofCase', { name: current.body.name })}
        </span>
        <span className="grow" />
        {tray.length > 0 && (
          <button type="button" className="cite" onClick={() => void emptyTray()}>
            {t('tray.clear')}
          </button>
        )}
        <IconButton icon={IconX} slim label={t('tray.close')} onClick={close} />
      </div>
      {tray.length === 0 ? <p className="m tray-empty">{t('tray.empty')}</p> : <Rows ids={tray} />}
      {tray.length > 0 && (
        <div className="foot-actions">
          <button
            type="button"
            className="btn"
            onClick={() => void openThings(thingsNamed(tray), { code: 'gathered' })}
          >
            {t('tray.scene')}
          </button>
        </div>
      )}
    </section>
  )
}

function Rows({ ids }: { readonly ids: readonly string[] }) {
  const answer = useQuery(thingsQuery(thingsNamed(ids)))
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  const nodes = new Map((answer.data?.nodes ?? []).map((node) => [node.key, node]))
  return (
    <ol className="tray-rows">
      {ids.map((id, place) => (
        <TrayRow
          key={id}
          id={id}
          nodes={nodes}
          known={answer.data !== undefined && !answer.isPlaceholderData}
          first={place === 0}
          last={place === ids.length - 1}
        />
      ))}
    </ol>
  )
}
