import {
  IconAffiliate,
  IconColumns,
  IconFileText,
  IconList,
  IconPlayerPlay,
  IconTable,
  IconWorld,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { setLayout } from '../commands/arrange.ts'
import { leadingFactory } from '../commands/leading-factory.ts'
import { replay } from '../commands/replay.ts'
import { showFactory } from '../commands/show-factory.ts'
import { ShareMenu } from '../readout/share-menu.tsx'
import { useExplorer } from '../scene/store.ts'

/** In the order of their keys, 1 to 5. */
const views = [
  { layout: 'lanes', icon: IconList, text: 'shell.lanes' },
  { layout: 'force', icon: IconAffiliate, text: 'shell.graph' },
  { layout: 'map', icon: IconWorld, text: 'layouts.map' },
  { layout: 'split', icon: IconColumns, text: 'layouts.split' },
  { layout: 'table', icon: IconTable, text: 'table.title' },
] as const

/** How the scene is laid out, and the two things one does with a ring: find its factory, build its lead. */
export function ViewBar() {
  const { t } = useTranslation()
  const layout = useExplorer((state) => state.view.layout)
  const { ring, attributions } = useExplorer((state) => state.view.scene)
  const factory = leadingFactory(attributions)
  return (
    <div className="viewbar">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
      <div className="seg" role="group" aria-label={t('shell.view')}>
        {views.map(({ layout: view, icon: Icon, text }, place) => (
          <button
            key={view}
            type="button"
            aria-pressed={layout === view}
            title={String(place + 1)}
            onClick={() => setLayout(view)}
          >
            <Icon className="i" size={14} stroke={1.75} aria-hidden="true" />
            {t(text)}
          </button>
        ))}
      </div>
      <span className="grow" />
      <ShareMenu />
      <button
        type="button"
        className="btn ghost"
        disabled={ring === undefined}
        title={ring === undefined ? t('shell.needsRing') : undefined}
        onClick={replay}
      >
        <IconPlayerPlay className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('shell.replay')}
      </button>
      <button
        type="button"
        className="btn ghost"
        disabled={factory === undefined}
        title={factory === undefined ? t('shell.needsFactory') : undefined}
        onClick={() => factory && void showFactory(factory)}
      >
        {t('shell.findFactory')}
      </button>
      <button
        type="button"
        className="btn"
        disabled={ring === undefined}
        title={ring === undefined ? t('shell.needsRing') : undefined}
        onClick={() => useExplorer.setState({ dialog: 'lead' })}
      >
        <IconFileText className="i" size={14} stroke={1.75} aria-hidden="true" />
        {t('shell.buildLead')}
      </button>
    </div>
  )
}
