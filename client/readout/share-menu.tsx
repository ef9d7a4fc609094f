import './share.css'

import { IconShare2 } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { copyLink, isInAddress } from '../commands/copy-link.ts'
import { useExplorer } from '../scene/store.ts'
import { printPage } from './print-page.ts'
import { savePicture, type Wanted } from './save-picture.ts'
import { useShare } from './share-state.ts'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** How what is seen leaves the page: a picture, paper, or an address that opens the same view. */
export function ShareMenu() {
  const { t } = useTranslation()
  const open = useShare((state) => state.open)
  const host = useRef<HTMLDivElement>(null)
  const close = () => {
    useShare.setState({ open: false })
    host.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    if (open) itemsOf(host.current)[0]?.focus()
  }, [open])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return
    const step = steps[event.key]
    if (event.key !== 'Escape' && step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (step === undefined) return close()
    const items = itemsOf(host.current)
    const here = items.findIndex((item) => item.matches(':focus'))
    items.at((here + step) % items.length)?.focus()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) useShare.setState({ open: false })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys and the focus of the buttons in it.
    <div ref={host} className="share" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        className="btn ghost"
        aria-expanded={open}
        aria-label={t('share.menu')}
        title={`${t('share.menu')} (S)`}
        onClick={() => useShare.setState({ open: !open })}
      >
        <IconShare2 className="i" size={14} stroke={1.75} aria-hidden="true" />
      </button>
      {open && <Panel onDone={close} />}
    </div>
  )
}

function itemsOf(host: HTMLElement | null): readonly HTMLElement[] {
  return [...(host?.querySelectorAll<HTMLElement>('.share-panel button:not(:disabled)') ?? [])]
}

function Panel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const colors = useShare((state) => state.colors)
  const layout = useExplorer((state) => state.view.layout)
  const empty = useExplorer((state) => state.view.scene.nodes.size === 0)
  const inAddress = useExplorer(isInAddress)
  const run = (act: () => void) => () => {
    onDone()
    act()
  }
  const save = (what: Wanted['what'], format: Wanted['format']) =>
    run(() => void savePicture({ what, format, colors }))
  const isTable = layout === 'table'
  return (
    <section className="share-panel" aria-label={t('share.menu')}>
      {(['view', 'timeline'] as const).map((what) => (
        <div key={what} className="share-row">
          <span className="grow">{t(`share.${what}`)}</span>
          {(['png', 'svg'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="btn slim"
              disabled={empty || (what === 'view' && isTable)}
              aria-label={`${t(`share.${what}`)}, ${format.toUpperCase()}`}
              onClick={save(what, format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
        </div>
      ))}
      {isTable && <p className="m small">{t('share.tableNote')}</p>}
      <div className="share-row">
        <span className="grow">{t('share.theme')}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
        <div className="seg" role="group" aria-label={t('share.theme')}>
          {(['page', 'light'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === colors}
              onClick={() => useShare.setState({ colors: each })}
            >
              {t(each === 'page' ? 'share.ofPage' : 'share.forPrint')}
            </button>
          ))}
        </div>
      </div>
      <hr />
      <button type="button" className="share-item" onClick={run(printPage)}>
        {t('share.print')}
      </button>
      <button
        type="button"
        className="share-item"
        disabled={empty}
        onClick={run(() => void copyLink())}
      >
        {t(inAddress ? 'share.link' : 'share.saveLink')}
      </button>
      {!inAddress && <p className="m small">{t('share.linkNote')}</p>}
    </section>
  )
}
