import { IconSelectAll } from '@tabler/icons-react'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hideOthers } from '../commands/select-hide.ts'
import { selectKeys } from '../commands/select-things.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useSelectSets } from './select-tools-sets.ts'

/** A button that opens what can be selected at once, each with how much it would be. */
export function SelectMenu() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys and the focus of the buttons in it.
    <div className="tool-menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className="ib"
        aria-expanded={open}
        aria-label={t('select.menu')}
        title={t('select.menu')}
        onClick={() => setOpen(!open)}
      >
        <IconSelectAll className="i" size={16} stroke={1.75} aria-hidden="true" />
      </button>
      {open && <Choices onDone={close} />}
    </div>
  )
}

interface Choice {
  readonly label: string
  readonly keys: readonly string[]
  readonly hint?: string
  readonly act: () => void
}

function Choices({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { selected, visible, inverse, neighbors, similar, others, kinds } = useSelectSets()
  const some = 0 < selected.length
  const chosen = (label: string, keys: readonly string[], hint?: string): Choice => ({
    label,
    keys,
    act: () => selectKeys(keys),
    ...(hint !== undefined && { hint }),
  })
  const choices = [
    chosen(t('select.visible'), visible, 'Ctrl A'),
    chosen(t('select.invert'), inverse, 'Ctrl I'),
    chosen(t('select.neighbors'), some ? neighbors : []),
    chosen(t('select.similar'), some ? similar : []),
  ]
  const press = (act: () => void) => () => {
    act()
    onDone()
  }
  return (
    <div className="tool-panel">
      <h3>{t('select.heading')}</h3>
      {choices.map(({ label, keys, hint, act }) => (
        <button key={label} type="button" disabled={keys.length === 0} onClick={press(act)}>
          <span className="grow">{label}</span>
          {hint !== undefined && <kbd>{hint}</kbd>}
          <span className="num">{keys.length}</span>
        </button>
      ))}
      {kinds.map(({ kind, keys }) => (
        <button key={kind} type="button" onClick={press(() => selectKeys(keys))}>
          <KindDot kind={kind} />
          <span className="grow">{t('select.allOf', { kind: t(`kindsMany.${kind}`) })}</span>
          <span className="num">{keys.length}</span>
        </button>
      ))}
      <hr />
      <button
        type="button"
        disabled={!some || others.length === 0}
        onClick={press(() => hideOthers(selected))}
      >
        <span className="grow">{t('select.hideOthers')}</span>
        <kbd>⇧ H</kbd>
        <span className="num">{some ? others.length : 0}</span>
      </button>
      {!some && <p className="m small">{t('select.needsSelection')}</p>}
    </div>
  )
}
