import { useTranslation } from 'react-i18next'

import { setFilter } from '../filter/set-filter.ts'
import { useNameLabel } from '../marks/name.tsx'
import { useExplorer } from '../scene/store.ts'
import { useMapState } from './map-state.ts'
import { marketsOf } from './markets.ts'
import { MonthBrush } from './month-brush.tsx'
import { UnplacedList } from './unplaced-list.tsx'
import type { MapModel } from './use-map.ts'

/** Under the map: what is counted, of which time, by what marks are sized, and what is not on the map. */
export function MapBar({ model }: { readonly model: MapModel }) {
  const { t } = useTranslation()
  const filter = useExplorer((state) => state.filter)
  const { input, period, flows, scene } = model
  const { traffic, sites } = input
  const lead = leadOf(model)
  const wholeTime = () => {
    const { from: _, ...others } = filter
    setFilter(others)
  }
  if (scene.ring === undefined) {
    return (
      <div className="map-bar">
        <span>{t('map.noRing')}</span>
        <span className="grow" />
        <UnplacedList unplaced={sites.unplaced} markets={marketsOf(scene)} />
      </div>
    )
  }
  return (
    <div className="map-bar">
      <MonthBrush model={model} lead={lead?.key} />
      <span className="nowrap">
        {period.from === undefined
          ? t('map.ofTotal', { parcels: traffic.parcels, total: flows?.parcels ?? 0 })
          : t('map.since', { from: period.from })}
      </span>
      {period.from !== undefined && (
        <button type="button" className="btn ghost slim" onClick={wholeTime}>
          {t('map.wholeTime')}
        </button>
      )}
      {lead !== undefined && <LeadCount name={lead.name} count={lead.count} others={lead.others} />}
      <span className="grow" />
      {flows !== undefined && 0 < flows.omitted && (
        <span className="warn">{t('map.omitted', { count: flows.omitted })}</span>
      )}
      <UnplacedList unplaced={sites.unplaced} markets={marketsOf(scene)} />
      <SizeSwitch />
    </div>
  )
}

function LeadCount({ name, count, others }: { name: string; count: number; others: number }) {
  const { t } = useTranslation()
  const label = useNameLabel()
  const texts = [
    t('map.fromLeading', { name: label(name).name, count }),
    t('map.fromOthers', { count: others }),
  ]
  return (
    <span className="clip" title={texts.join(t('shell.comma'))}>
      <svg width="8" height="8" aria-hidden="true">
        <rect width="8" height="8" rx="2" fill="var(--factory)" />
      </svg>{' '}
      {texts[0]}{' '}
      <svg width="8" height="8" aria-hidden="true">
        <rect width="8" height="8" rx="2" fill="var(--p50)" />
      </svg>{' '}
      {texts[1]}
    </span>
  )
}

function SizeSwitch() {
  const { t } = useTranslation()
  const sizeBy = useMapState((state) => state.sizeBy)
  return (
    <>
      <span className="nowrap">{t('map.sizeBy')}</span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
      <div className="seg" role="group" aria-label={t('map.sizeBy')}>
        {(['parcels', 'shops'] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={sizeBy === by}
            onClick={() => useMapState.setState({ sizeBy: by })}
          >
            {t(`map.${by}`)}
          </button>
        ))}
      </div>
    </>
  )
}

/** The selected factory, or the one that sent most of the ring's parcels. */
function leadOf({ input, scene }: MapModel) {
  const { traffic } = input
  const [key] =
    [...traffic.ofRing].filter(([, count]) => 0 < count).toSorted(([, a], [, b]) => b - a)[0] ?? []
  if (key === undefined) return undefined
  const count = traffic.parcelsAt.get(key) ?? 0
  const name = scene.nodes.get(key)?.name ?? key
  return { key, name, count, others: traffic.parcels - count }
}
