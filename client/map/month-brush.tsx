import { type KeyboardEvent, type PointerEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { setFilter } from '../filter/set-filter.ts'
import { useExplorer } from '../scene/store.ts'
import { monthBars } from './months.ts'
import type { MapModel } from './use-map.ts'

const width = 200
const height = 30
const barsTop = 2
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Parcels by month; the handle moves the begin of the window, whose end is the date of the picture. */
export function MonthBrush({
  model,
  lead,
}: {
  readonly model: MapModel
  readonly lead: string | undefined
}) {
  const { t } = useTranslation()
  const filter = useExplorer((state) => state.filter)
  const { flows, period } = model
  const bars = useMemo(() => monthBars(flows?.flows ?? [], lead), [flows, lead])
  const first = bars[0]
  if (first === undefined) return null
  const most = Math.max(...bars.map((bar) => bar.lead + bar.others))
  const per = width / bars.length
  const start = period.from === undefined ? 0 : firstIn(bars, period.from)
  const end = bars.filter(({ month }) => month <= period.until.slice(0, 7)).length
  const put = (index: number) => {
    const { from: _, ...others } = filter
    const bar = bars[Math.min(Math.max(index, 0), bars.length - 1)]
    setFilter(index <= 0 || bar === undefined ? others : { ...others, from: `${bar.month}-01` })
  }
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    put(Math.round(x / per))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined && event.key !== 'Home') return
    event.preventDefault()
    event.stopPropagation()
    put(step === undefined ? 0 : start + step)
  }
  const high = (count: number) => ((height - barsTop) * count) / most
  return (
    <svg
      className="map-months"
      width={width + 8}
      height={height}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
      }}
    >
      <title>{t('map.months', { from: period.from ?? t('map.windowAll') })}</title>
      <rect
        x={start * per}
        width={Math.max(0, (end - start) * per)}
        height={height}
        fill="var(--selected)"
      />
      {bars.map((bar, index) => {
        const x = index * per + 1
        const inside = start <= index && index < end
        return (
          <g key={bar.month} opacity={inside ? 1 : 0.35}>
            <rect
              x={x}
              y={height - high(bar.lead)}
              width={Math.max(1, per - 2)}
              height={high(bar.lead)}
              fill="var(--factory)"
            />
            <rect
              x={x}
              y={height - high(bar.lead + bar.others)}
              width={Math.max(1, per - 2)}
              height={high(bar.others)}
              fill="var(--p50)"
            />
          </g>
        )
      })}
      <rect
        className="handle"
        role="slider"
        tabIndex={0}
        aria-label={t('map.window')}
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={start}
        aria-valuetext={period.from ?? t('map.windowAll')}
        x={start * per}
        y={4}
        width={5}
        height={height - 8}
        rx={2}
        fill="var(--panel)"
        stroke="var(--edge-strong)"
        onKeyDown={onKeyDown}
      />
    </svg>
  )
}

function firstIn(bars: readonly { readonly month: string }[], from: string): number {
  const index = bars.findIndex(({ month }) => from.slice(0, 7) <= month)
  return index < 0 ? bars.length : index
}
