import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { ringQuery } from '../api/queries.ts'
import { TrayButton } from '../desk/tray-drawer.tsx'
import { FilterNote } from '../filter/filter-note.tsx'
import { useDrawnCount } from '../graph/probe.ts'
import { useExplorer } from '../scene/store.ts'
import { usePage } from './page.ts'

/** Hints for the keys, what is drawn and what is left out, and which store and run it comes from. */
export function FootBar() {
  const page = usePage((state) => state.page)
  return (
    <footer className="footbar">
      {page === undefined ? <PictureHints /> : <PageHints />}
      <span className="sep" />
      {page === undefined && <Drawn />}
      <Origin />
      <TrayButton />
    </footer>
  )
}

function PictureHints() {
  const { t } = useTranslation()
  return (
    <>
      <span>
        <kbd>/</kbd> {t('shell.hintSearch')}
      </span>
      <span>
        {t('shell.hintDoubleClick')} <span className="m">{t('shell.hintExpand')}</span>
      </span>
      <span>
        <kbd>Ctrl</kbd> <kbd>Z</kbd> {t('shell.hintUndo')}
      </span>
      <span>
        <kbd>?</kbd> {t('shell.hintKeys')}
      </span>
    </>
  )
}

function PageHints() {
  const { t } = useTranslation()
  return (
    <>
      <span>
        <kbd>Esc</kbd> {t('pages.keyBack')}
      </span>
      <span>
        <kbd>⇧</kbd> <kbd>R</kbd> {t('pages.keyRuns')}
      </span>
      <span>
        <kbd>⇧</kbd> <kbd>I</kbd> {t('pages.keyImport')}
      </span>
      <span>
        <kbd>⇧</kbd> <kbd>K</kbd> {t('pages.keyTargets')}
      </span>
      <span>
        <kbd>⇧</kbd> <kbd>L</kbd> {t('pages.keyLeads')}
      </span>
    </>
  )
}

function Drawn() {
  const { t } = useTranslation()
  const onCanvas = useDrawnCount()
  const { nodes, hidden, ring } = useExplorer((state) => state.view.scene)
  const layout = useExplorer((state) => state.view.layout)
  const omitted = useQuery({ ...ringQuery(ring?.id ?? ''), enabled: ring !== undefined }).data
    ?.omitted
  if (nodes.size === 0) return null
  // Lanes fold contacts and leave out what has no column; without a canvas, all that is not hidden is shown.
  const drawn = onCanvas ?? [...nodes.keys()].filter((key) => !hidden.has(key)).length
  return (
    <>
      {layout === 'map' || layout === 'split' ? (
        <span>{t('map.outlineNote')}</span>
      ) : (
        <span>{t('shell.nodesDrawn', { drawn, total: nodes.size })}</span>
      )}
      {hidden.size > 0 && <span>{t('shell.hiddenCount', { count: hidden.size })}</span>}
      <FilterNote />
      {omitted !== undefined && omitted > 0 ? (
        <span className="warn">{t('shell.nodesOmitted', { count: omitted })}</span>
      ) : (
        <span className="m">{t('shell.nothingOmitted')}</span>
      )}
    </>
  )
}

function Origin() {
  const { t } = useTranslation()
  const seen = useExplorer((state) => state.seen)
  if (seen === undefined) return null
  const { store, run } = seen
  const text =
    run === undefined
      ? t('shell.storeNoRun', { store: store.label })
      : t('shell.storeRun', { store: store.label, run: run.id, date: run.asOf })
  return <span className="m">{text}</span>
}
