import { useTranslation } from 'react-i18next'

import type { Unplaced } from '../../server/picture/map-sites.ts'
import { mapWords } from '../../server/picture/map-words.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { select } from '../scene/store.ts'
import type { Market } from './markets.ts'

interface UnplacedListProps {
  readonly unplaced: readonly Unplaced[]
  readonly markets: readonly Market[]
}

/** What the map leaves out, each with the reason; a click selects it all the same. */
export function UnplacedList({ unplaced, markets }: UnplacedListProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const label = useLabel()
  const count = unplaced.length + markets.length
  if (count === 0) return null
  const list = markets
    .map(({ platform, shops }) =>
      t('map.market', { platform, shops: t('map.shopsCount', { count: shops }) }),
    )
    .join(t('shell.comma'))
  return (
    <details className="map-unplaced">
      <summary>{t('map.unplaced', { count })}</summary>
      <div>
        <ul className="lines">
          {unplaced.map(({ key, node, because }) => (
            <li key={key}>
              <button
                type="button"
                className="pick"
                onClick={() => select({ kind: 'nodes', keys: [key] })}
              >
                <KindDot kind={node.kind} properties={node.properties} />
                <b className="nm clip">{label(node).name}</b>
              </button>
              <p className="m small">{mapWords[language].because[because]}</p>
            </li>
          ))}
        </ul>
        {0 < markets.length && <p className="m small">{t('map.markets', { list })}</p>}
      </div>
    </details>
  )
}
