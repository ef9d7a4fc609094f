import { useTranslation } from 'react-i18next'

import { choose } from '../commands/open.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { useExplorer } from '../scene/store.ts'

/** The last things that were chosen by name, so that one finds back to them. */
export function Recent() {
  const { t } = useTranslation()
  const label = useLabel()
  const recent = useExplorer((state) => state.recent)
  return (
    <section>
      <div className="sec">
        <h2>{t('queue.recent')}</h2>
      </div>
      {recent.length === 0 ? (
        <p className="m small" style={{ padding: '0 12px 4px' }}>
          {t('queue.recentEmpty')}
        </p>
      ) : (
        <ul className="list">
          {recent.map((node) => {
            const { name, detail } = label(node)
            return (
              <li key={node.key}>
                <button type="button" onClick={() => void choose(node)}>
                  <KindDot kind={node.kind} properties={node.properties} />
                  <span className="clip">{name}</span>
                  <span className="grow" />
                  <span className="m clip">{detail}</span>
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
