import './timeline.css'

import { type PointerEvent, useMemo, useRef } from 'react'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import type { Shape } from '../../server/picture/shape.ts'
import { datesOf } from '../../server/picture/time-scale.ts'
import { type TimelineLane, timelineOf } from '../../server/picture/timeline.ts'
import { words } from '../../server/picture/words.ts'
import { scenePicture } from '../graph/scene-picture.ts'
import { ShapeElement } from '../graph/shape-element.tsx'
import { useSize } from '../graph/use-size.ts'
import type { Scene, Selection } from '../scene/scene.ts'
import { cssTheme } from './css-theme.ts'
import { Cursor } from './cursor.tsx'
import { eventDates } from './events.ts'
import { Transport } from './transport.tsx'
import { timelineWords } from './words.ts'

export interface TimelineProps {
  readonly scene: Scene
  readonly months: EventsAnswer['months']
  readonly asOf: string
  readonly selection: Selection | undefined
  readonly language: 'en' | 'zh'
  readonly onAsOf: (asOf: string) => void
  readonly onSelect: (selection: Selection | undefined) => void
  /** Whether the cursor steps from event to event by itself. */
  readonly playing: boolean
  readonly onPlaying: (playing: boolean) => void
}

/** The strip under the canvas: events by month, one lane a chain, and the as-of date as a cursor. */
export function Timeline(props: TimelineProps) {
  const { scene, months, selection, language, onAsOf, onSelect } = props
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  const until = useUntil(scene, props.asOf)
  const asOf = earlier(props.asOf, until)
  const dates = useMemo(() => eventDates(scene, until), [scene, until])
  const width = size?.width ?? 0
  const view = useMemo(
    () => timelineOf(scenePicture(scene), months, { width, asOf, until, words: words[language] }),
    [scene, months, width, asOf, until, language],
  )
  const { picture, scale, lanes, track } = view
  const text = timelineWords[language]
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    if (scale !== undefined && track.left - 8 <= x) onAsOf(earlier(scale.date(x), until))
  }
  return (
    <div className="timeline">
      <Transport
        notes={picture.notes}
        dates={dates}
        months={months}
        asOf={asOf}
        language={language}
        onAsOf={onAsOf}
        playing={props.playing}
        onPlaying={props.onPlaying}
      />
      <div ref={host} className="timeline-host">
        {size && (
          <svg
            width={width}
            height={picture.height}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              follow(event)
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
            }}
          >
            <title>{picture.title}</title>
            {picture.shapes.map((shape, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a picture is replaced whole, and its shapes have no other name.
              <g key={index} opacity={isDim(shape, selection) ? 0.35 : 1}>
                <ShapeElement shape={shape} theme={cssTheme} />
              </g>
            ))}
            {lanes.map((lane) => (
              <LaneButton
                key={lane.label}
                lane={lane}
                width={track.left - 6}
                label={text.selectLane(lane.label, lane.shops.length)}
                onSelect={() => onSelect({ kind: 'nodes', keys: lane.shops })}
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

function LaneButton({
  lane,
  width,
  label,
  onSelect,
}: {
  lane: TimelineLane
  width: number
  label: string
  onSelect: () => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button of its own.
    <rect
      className="timeline-lane"
      role="button"
      tabIndex={0}
      aria-label={label}
      x={0}
      y={lane.y - 9}
      width={width}
      height={18}
      onPointerDown={(event) => {
        event.stopPropagation()
        onSelect()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSelect()
      }}
    />
  )
}

/** The latest date that was shown of this scene: where the axis ends, and where the cursor can go back to. */
function useUntil(scene: Scene, asOf: string): string {
  const opened = scene.ring?.id
  const known = useRef({ opened, until: '' })
  if (known.current.opened !== opened) known.current = { opened, until: '' }
  if (known.current.until < asOf) known.current.until = asOf
  const last = useMemo(
    () =>
      datesOf([...scene.nodes.values()])
        .toSorted()
        .at(-1),
    [scene],
  )
  return known.current.until < '9000' ? known.current.until : (last ?? '2000-01-01')
}

function isDim({ subject }: Shape, selection: Selection | undefined): boolean {
  if (selection?.kind !== 'nodes' || subject?.of !== 'node') return false
  return (
    !selection.keys.includes(subject.id) && selection.keys.some((key) => key.startsWith('shop:'))
  )
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
