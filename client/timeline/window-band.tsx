import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { TimelineView } from '../../server/picture/timeline.ts'
import type { TimeWindow } from '../scene/time-window.ts'
import { type Bounds, daysBetween, type Grip, windowAfterKey } from './window-moves.ts'

interface WindowBandProps {
  readonly view: TimelineView
  readonly brushBottom: number
  readonly bounds: Bounds
  readonly asOf: string
  readonly window: TimeWindow | undefined
  readonly onWindow: (window: TimeWindow | undefined) => void
}

/** The window as a band with two edges: three sliders for the keyboard. Without a window the histogram itself can be stepped into. */
export function WindowBand(props: WindowBandProps) {
  const { t } = useTranslation()
  const { view, brushBottom, window } = props
  const { scale, track } = view
  if (scale === undefined) return null
  const [left, right] =
    window === undefined ? [track.left, track.right] : [scale.x(window.from), scale.x(window.to)]
  const valueText = window === undefined ? t('time.windowNone') : t('time.windowOf', { ...window })
  return (
    <>
      {window !== undefined && (
        <rect className="window-fill" x={left} width={right - left} y={0} height={track.bottom} />
      )}
      <Slider {...props} grip="whole" label={t('time.window')} valueText={valueText}>
        <rect
          className={window === undefined ? 'window-zone' : 'window-zone drawn'}
          x={left}
          width={Math.max(2, right - left)}
          y={1}
          height={brushBottom - 2}
        >
          <title>{t('time.windowHelp')}</title>
        </rect>
      </Slider>
      {window !== undefined && (
        <>
          <Edge {...props} grip="from" x={left} day={window.from} />
          <Edge {...props} grip="to" x={right} day={window.to} />
        </>
      )}
    </>
  )
}

function Edge({
  grip,
  x,
  day,
  ...props
}: WindowBandProps & { grip: 'from' | 'to'; x: number; day: string }) {
  const { t } = useTranslation()
  const { bottom } = props.view.track
  const label = t(grip === 'from' ? 'time.windowEdgeFrom' : 'time.windowEdgeTo')
  return (
    <Slider {...props} grip={grip} label={label} valueText={day}>
      <path className="window-edge" d={`M${x} 0V${bottom}`} />
      <rect className="window-grip" x={x - 3.5} y={20} width={7} height={18} rx={2} />
    </Slider>
  )
}

interface SliderProps extends WindowBandProps {
  readonly grip: Grip
  readonly label: string
  readonly valueText: string
  readonly children: React.ReactNode
}

function Slider({ grip, label, valueText, children, ...props }: SliderProps) {
  const { bounds, asOf, window, onWindow } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const clears = event.key === 'Escape' && window !== undefined
    const next = windowAfterKey(window, event, { grip, bounds, asOf })
    if (!clears && next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onWindow(clears ? undefined : next)
  }
  const day = window?.[grip === 'to' ? 'to' : 'from'] ?? bounds.first
  return (
    <g
      className={`window-slider ${grip}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={daysBetween(bounds.first, bounds.last)}
      aria-valuenow={daysBetween(bounds.first, day)}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
    >
      {children}
    </g>
  )
}
