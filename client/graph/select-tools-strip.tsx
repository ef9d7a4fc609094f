import './select-tools.css'

import {
  type Icon,
  IconEye,
  IconEyeOff,
  IconHandStop,
  IconLasso,
  IconMarquee2,
  IconMaximize,
  IconPin,
  IconPinnedOff,
  IconPointer,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hide } from '../commands/arrange.ts'
import { showHidden } from '../commands/select-hide.ts'
import { pin, unpin } from '../commands/select-pin.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { pinsOf } from '../scene/pins.ts'
import { useExplorer } from '../scene/store.ts'
import { drawnLayout } from './drawn-now.ts'
import { useDrawnCount } from './probe.ts'
import { SelectMenu } from './select-tools-menu.tsx'
import { setTool, type Tool, useTools } from './select-tools-state.ts'

const icons: Readonly<Record<Tool, { readonly icon: Icon; readonly key: string }>> = {
  select: { icon: IconPointer, key: 'V' },
  hand: { icon: IconHandStop, key: 'G' },
  rectangle: { icon: IconMarquee2, key: 'R' },
  lasso: { icon: IconLasso, key: 'O' },
}

interface StripProps {
  readonly onFit: () => void
  /** Of what is drawn, what may be put elsewhere. */
  readonly free: ReadonlySet<string>
}

/** The column of tools at the left of the canvas: what a drag does, and what can be done with what is selected. */
export function ToolStrip({ onFit, free }: StripProps) {
  const { t } = useTranslation()
  const tool = useTools((state) => state.tool)
  return (
    <div
      className="tool-strip"
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t('select.tools')}
    >
      {(Object.keys(icons) as Tool[]).map((id) => (
        <IconButton
          key={id}
          icon={icons[id].icon}
          label={`${t(`select.${id}`)} (${icons[id].key})`}
          pressed={tool === id}
          onClick={() => setTool(id)}
        />
      ))}
      <hr />
      <SelectMenu />
      <IconButton icon={IconMaximize} label={`${t('select.fit')} (0)`} onClick={onFit} />
      <Selected free={free} />
      <Hidden />
    </div>
  )
}

/** What of it makes sense where nothing can be dragged or moved: without WebGL, and beside the table. */
export function PlainStrip({ across = false }: { readonly across?: boolean }) {
  const { t } = useTranslation()
  return (
    <div
      className={across ? 'tool-strip across' : 'tool-strip'}
      role="toolbar"
      aria-orientation={across ? 'horizontal' : 'vertical'}
      aria-label={t('select.tools')}
    >
      <SelectMenu />
      <HideSelected />
      <Hidden />
    </div>
  )
}

function Selected({ free }: { readonly free: ReadonlySet<string> }) {
  const { t } = useTranslation()
  const selection = useExplorer((state) => state.selection)
  const scene = useExplorer((state) => state.view.scene)
  const keys = selection?.kind === 'nodes' ? selection.keys : []
  useDrawnCount()
  const pins = pinsOf(scene, drawnLayout())
  const pinned = keys.filter((key) => pins.has(key))
  const loose = keys.filter((key) => free.has(key) && !pins.has(key))
  const unpins = loose.length === 0 && 0 < pinned.length
  const pinText =
    loose.length === 0 ? t('select.pinNone') : t('select.pin', { count: loose.length })
  return (
    <>
      <IconButton
        icon={unpins ? IconPinnedOff : IconPin}
        label={unpins ? t('select.unpin', { count: pinned.length }) : pinText}
        disabled={loose.length === 0 && pinned.length === 0}
        onClick={() => (unpins ? unpin(pinned) : pin(loose))}
      />
      <HideSelected />
    </>
  )
}

function HideSelected() {
  const { t } = useTranslation()
  const selection = useExplorer((state) => state.selection)
  const keys = selection?.kind === 'nodes' ? selection.keys : []
  return (
    <IconButton
      icon={IconEyeOff}
      label={
        keys.length === 0 ? t('select.hideNone') : `${t('select.hide', { count: keys.length })} (H)`
      }
      disabled={keys.length === 0}
      onClick={() => hide(keys)}
    />
  )
}

/** What was hidden is never out of sight: its number stands here until it is shown again. */
function Hidden() {
  const { t } = useTranslation()
  const count = useExplorer((state) => state.view.scene.hidden.size)
  if (count === 0) return null
  const label = t('select.showHidden', { count })
  return (
    <button
      type="button"
      className="tool-count"
      title={label}
      aria-label={label}
      onClick={showHidden}
    >
      <IconEye className="i" size={16} stroke={1.75} aria-hidden="true" />
      <span className="num">{count}</span>
    </button>
  )
}
