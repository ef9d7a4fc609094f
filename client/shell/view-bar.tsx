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
import { useExplorer } from '../scene/store.ts'

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
        <button
          type="button"
          aria-pressed={layout === 'lanes'}
          title="1"
          onClick={() => setLayout('lanes')}
        >
          <IconList className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('shell.lanes')}
        </button>
        <button
          type="button"
          aria-pressed={layout === 'force'}
          title="2"
          onClick={() => setLayout('force')}
        >
          <IconAffiliate className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('shell.graph')}
        </button>
        <button
          type="button"
          aria-pressed={layout === 'map'}
          title="3"
          onClick={() => setLayout('map')}
        >
          <IconWorld className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('map.map')}
        </button>
        <button
          type="button"
          aria-pressed={layout === 'split'}
          title="4"
          onClick={() => setLayout('split')}
        >
          <IconColumns className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('map.split')}
        </button>
        <button
          type="button"
          aria-pressed={layout === 'table'}
          title="5"
          onClick={() => setLayout('table')}
        >
          <IconTable className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('table.title')}
        </button>
      </div>
      <span className="grow" />
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
