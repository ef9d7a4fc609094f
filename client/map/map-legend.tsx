import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { MapInput } from '../../server/picture/map.ts'
import { arcWidth } from '../../server/picture/map-arcs.ts'
import type { Traffic } from '../../server/picture/map-traffic.ts'

interface MapLegendProps {
  readonly hops: readonly Traffic[]
  readonly signs: readonly string[]
}

/** What widths, dashes and outlines of the map mean; the widths are those that are drawn. */
export function MapLegend({ hops, signs }: MapLegendProps) {
  const { t } = useTranslation()
  const counts = hops.map(({ parcels }) => parcels).filter((count) => 0 < count)
  const most = counts[0] ?? 0
  const samples = [...new Set([most, Math.round(most / 3), Math.round(most / 5)])].filter(
    (count) => 0 < count,
  )
  return (
    <section className="map-legend" aria-label={t('shell.legend')}>
      <h2>{t('map.legend')}</h2>
      {0 < samples.length && (
        <ul className="map-widths">
          {samples.map((count, index) => (
            <li key={count}>
              <svg width="26" height="8" aria-hidden="true">
                <path
                  d="M0 4h26"
                  stroke={index === 0 ? 'var(--factory)' : 'var(--edge-strong)'}
                  strokeWidth={arcWidth(count, most)}
                />
              </svg>
              {index === samples.length - 1 && 0 < index
                ? t('map.legendOrFewer', { count })
                : count}
            </li>
          ))}
        </ul>
      )}
      <p>{signs.join(' · ')}</p>
    </section>
  )
}

/** What outlines and dashes mean; the sign of the town only where something stands at the center of its town or country. */
export function useSigns({ sites }: Pick<MapInput, 'sites'>): readonly string[] {
  const { t } = useTranslation()
  const hasTowns = sites.sites.some(({ basis }) => basis !== 'exact')
  return useMemo(
    () => [
      t('map.legendTold'),
      t('map.legendShared'),
      t('map.legendHollow'),
      ...(hasTowns ? [t('map.legendTown')] : []),
    ],
    [t, hasTowns],
  )
}
