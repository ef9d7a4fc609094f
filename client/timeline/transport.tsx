import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { EventsAnswer } from '../../server/contract/ring.ts'
import type { Language } from '../../server/picture/words.ts'
import { IconButton } from '../marks/icon-button.tsx'
import type { Sense } from '../scene/beginnings.ts'
import type { TimeWindow } from '../scene/time-window.ts'
import { nextEvent, previousEvent } from './events.ts'
import { SenseSwitch } from './sense-switch.tsx'
import { type ReplayProps, speeds, useReplay } from './use-replay.ts'
import { timelineWords } from './words.ts'

interface TransportProps extends ReplayProps {
  /** What the strip leaves out. */
  readonly notes: readonly string[]
  readonly months: EventsAnswer['months']
  readonly language: Language
  readonly sense: Sense
  readonly onSense: (sense: Sense) => void
  readonly window: TimeWindow | undefined
  readonly onWindow: (window: TimeWindow | undefined) => void
}

/** Replay and steps from event to event; at the right how much the histogram counts. */
export function Transport({ notes, months, language, ...props }: TransportProps) {
  const { dates, asOf, onAsOf, playing, onPlaying } = props
  const text = timelineWords[language]
  const { speed, setSpeed } = useReplay({ dates, asOf, onAsOf, playing, onPlaying })
  const before = previousEvent(dates, asOf)
  const after = nextEvent(dates, asOf)
  const buttons = [
    {
      label: playing ? text.pause : text.play,
      Icon: playing ? IconPlayerPause : IconPlayerPlay,
      act: () => onPlaying(!playing),
      off: dates.length < 2,
    },
    {
      label: `${text.previous} ([)`,
      Icon: IconPlayerSkipBack,
      act: () => before && onAsOf(before),
      off: before === undefined,
    },
    {
      label: `${text.next} (])`,
      Icon: IconPlayerSkipForward,
      act: () => after && onAsOf(after),
      off: after === undefined,
    },
  ]
  return (
    <div className={props.window === undefined ? 'timeline-bar' : 'timeline-bar windowed'}>
      {buttons.map(({ label, Icon, act, off }) => (
        <button
          key={label}
          type="button"
          className="ib"
          title={label}
          aria-label={label}
          disabled={off}
          onClick={act}
        >
          <Icon size={14} stroke={1.75} aria-hidden="true" />
        </button>
      ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
      <div className="seg" role="group" aria-label={text.speed}>
        {speeds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === speed}
            onClick={() => setSpeed(each)}
          >
            {each}×
          </button>
        ))}
      </div>
      <SenseSwitch sense={props.sense} onSense={props.onSense} />
      <span className="sep" />
      <Span {...props} months={months} />
      {0 < notes.length && <span className="timeline-note">{notes.join(' ')}</span>}
      <span className="grow" />
      <Totals months={months} text={text} />
    </div>
  )
}

const glyphs = { opened: '+', closed: '×', cameBack: '↩' } as const

function Totals({
  months,
  text,
}: {
  months: EventsAnswer['months']
  text: (typeof timelineWords)['en']
}) {
  const total = (count: 'opened' | 'closed' | 'cameBack') =>
    months.reduce((sum, month) => sum + month[count], 0)
  return (
    <ul className="timeline-totals">
      {(['opened', 'closed', 'cameBack'] as const).map((count) => (
        <li key={count} title={text[count]}>
          <i className={`timeline-key ${count}`} aria-hidden="true" />
          <span className="word">{text[count]}</span>
          <span className="glyph" aria-hidden="true">
            {glyphs[count]}
          </span>{' '}
          {total(count)}
        </li>
      ))}
    </ul>
  )
}

/** The window with the way out of it, or the months that are counted. */
function Span({
  window,
  onWindow,
  months,
}: Pick<TransportProps, 'window' | 'onWindow' | 'months'>) {
  const { t } = useTranslation()
  if (window === undefined) return <b className="timeline-span">{spanOf(months)}</b>
  return (
    <>
      <b className="timeline-span">
        {window.from} – {window.to}
      </b>
      <IconButton
        icon={IconX}
        slim
        label={t('time.windowClear')}
        onClick={() => onWindow(undefined)}
      />
    </>
  )
}

function spanOf(months: EventsAnswer['months']): string {
  const [first, last] = [months[0]?.month, months.at(-1)?.month]
  return first === undefined || last === undefined ? '' : `${first} – ${last}`
}
