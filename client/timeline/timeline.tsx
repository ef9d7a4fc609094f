import './timeline.css'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import { timelineOf } from '../../server/picture/timeline.ts'
import { words } from '../../server/picture/words.ts'
import { scenePicture } from '../graph/scene-picture.ts'
import { useSize } from '../graph/use-size.ts'
import type { Sense } from '../scene/beginnings.ts'
import type { Scene, Selection } from '../scene/scene.ts'
import type { Standing } from '../scene/standing.ts'
import type { TimeWindow } from '../scene/time-window.ts'
import { Cursor } from './cursor.tsx'
import { eventDates, nextEvent, previousEvent } from './events.ts'
import { LaneButton } from './lane-button.tsx'
import { sceneMonths } from './scene-months.ts'
import { StripShapes } from './strip-shapes.tsx'
import { Transport } from './transport.tsx'
import { useEventKeys } from './use-event-keys.ts'
import { useTimeGesture } from './use-time-gesture.ts'
import { useUntil } from './use-until.ts'
import { WindowBand } from './window-band.tsx'
import { timelineWords } from './words.ts'

export interface TimelineProps {
  /** As the filter leaves it. */
  readonly scene: Scene
  /** Of all data. */
  readonly months: EventsAnswer['months']
  /** Whether the filter leaves anything out: then the histogram starts with what is in the picture. */
  readonly filtered: boolean
  readonly asOf: string
  readonly sense: Sense
  readonly window: TimeWindow | undefined
  readonly standing: Standing
  readonly selection: Selection | undefined
  readonly language: 'en' | 'zh'
  readonly onAsOf: (asOf: string) => void
  readonly onSense: (sense: Sense) => void
  readonly onWindow: (window: TimeWindow | undefined) => void
  readonly onSelect: (selection: Selection | undefined) => void
  /** Whether the cursor steps from event to event by itself. */
  readonly playing: boolean
  readonly onPlaying: (playing: boolean) => void
}

/** Down to here the strip is the histogram, in pixels. */
const brushBottom = 62

/** The strip under the canvas: events by month with the window over them, one lane a chain, and the as-of date as a cursor. */
export function Timeline(props: TimelineProps) {
  const { scene, filtered, window, language, onAsOf, onWindow, playing, onPlaying } = props
  const { t } = useTranslation()
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  const until = useUntil(scene, props.asOf)
  const asOf = earlier(props.asOf, until)
  const dates = useMemo(() => eventDates(scene, until), [scene, until])
  const [chosen, setChosen] = useState<'all' | 'scene'>()
  const counts = chosen ?? (filtered ? 'scene' : 'all')
  const own = useMemo(() => sceneMonths(scene), [scene])
  const months = counts === 'all' ? props.months : own
  const width = size?.width ?? 0
  const view = useMemo(
    () =>
      timelineOf(scenePicture(scene), months, {
        ...{ width, asOf, until, words: words[language] },
        ...{ label: false, span: props.months.map(({ month }) => `${month}-01`) },
      }),
    [scene, months, props.months, width, asOf, until, language],
  )
  const { picture, scale, lanes, track } = view
  const bounds = {
    first: scale === undefined ? until : scale.date(track.left),
    last: until,
  }
  const text = timelineWords[language]
  useEventKeys((forward) => {
    const date = forward ? nextEvent(dates, asOf) : previousEvent(dates, asOf)
    if (date !== undefined) onAsOf(date)
  })
  const setting = { scale, track, brushBottom, bounds, asOf, window, onAsOf, onWindow }
  const gesture = useTimeGesture(setting)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' || event.target instanceof HTMLElement) return
    event.preventDefault()
    onPlaying(!playing)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the space bar of the sliders in it.
    <div className="timeline" onKeyDown={onKeyDown}>
      <Transport {...props} notes={picture.notes} dates={dates} months={months} asOf={asOf} />
      <div ref={host} className="timeline-host">
        <button
          type="button"
          className="timeline-scope"
          title={t(counts === 'all' ? 'time.eventsAllNote' : 'time.eventsSceneNote')}
          onClick={() => setChosen(counts === 'all' ? 'scene' : 'all')}
        >
          {t(counts === 'all' ? 'time.eventsAll' : 'time.eventsScene')}
        </button>
        {size && (
          <svg width={width} height={picture.height} {...gesture}>
            <title>{picture.title}</title>
            <WindowBand {...setting} view={view} />
            <StripShapes {...props} shapes={picture.shapes} scale={scale} />
            {lanes.map((lane) => (
              <LaneButton
                key={lane.label}
                lane={lane}
                width={track.left - 6}
                label={text.selectLane(lane.label, lane.shops.length)}
                onSelect={() => props.onSelect({ kind: 'nodes', keys: lane.shops })}
              />
            ))}
            {scale && (
              <Cursor
                x={scale.x(asOf)}
                bottom={track.bottom}
                right={track.right}
                asOf={asOf}
                dates={dates}
                label={text.cursor}
                onAsOf={onAsOf}
              />
            )}
          </svg>
        )}
      </div>
    </div>
  )
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
