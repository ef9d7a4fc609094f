import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Ring } from '../../server/contract/ring.ts'
import { leadingFactory } from '../commands/leading-factory.ts'
import { replay } from '../commands/replay.ts'
import { showFactory } from '../commands/show-factory.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { usePreferences } from '../scene/preferences.ts'
import { useExplorer } from '../scene/store.ts'

/** What a first visitor of the demo is looking at, and the things to try; each button runs the real thing. */
export function Welcome({ ring }: { readonly ring: Ring }) {
  const { t } = useTranslation()
  const closed = usePreferences((preferences) => preferences.welcomeClosed)
  const demo = useExplorer(({ seen }) => seen?.store.role === 'demo')
  const factory = useExplorer(({ view }) => leadingFactory(view.scene.attributions))
  if (closed || !demo) return null
  return (
    <section className="welcome" aria-label={t('welcome.title')}>
      <div className="row">
        <h2 className="grow">{t('welcome.title')}</h2>
        <IconButton
          icon={IconX}
          slim
          label={t('welcome.dismiss')}
          onClick={() => usePreferences.setState({ welcomeClosed: true })}
        />
      </div>
      <ol>
        <li>{t('welcome.shops', { ring: ring.name, count: ring.size, closed: ring.closed })}</li>
        <li>{t('welcome.lanes')}</li>
        <li>{t('welcome.evidence')}</li>
      </ol>
      <div className="row wrap">
        <button type="button" className="btn" onClick={replay}>
          {t('welcome.replay')}
        </button>
        {factory !== undefined && (
          <button type="button" className="btn" onClick={() => void showFactory(factory)}>
            {t('shell.findFactory')}
          </button>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => useExplorer.setState({ dialog: 'lead' })}
        >
          {t('shell.buildLead')}
        </button>
      </div>
    </section>
  )
}
