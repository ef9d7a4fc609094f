import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { type MapInput, siteText } from '../../server/picture/map.ts'
import type { Mark } from '../../server/picture/map-marks.ts'
import { mapWords } from '../../server/picture/map-words.ts'
import { type Direction, nextInDirection } from '../graph/walk.ts'
import { useLanguage } from '../i18n/use-language.ts'

interface MapWalkerProps {
  readonly marks: readonly Mark[]
  readonly input: MapInput
  readonly focused: string | undefined
  readonly selected: ReadonlySet<string>
  readonly onFocus: (key: string | undefined) => void
  readonly onOpen: (mark: Mark) => void
  readonly onZoom: (factor: number) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const zooms: Readonly<Record<string, number>> = { '+': 1.6, '=': 1.6, '-': 0.625 }
/** So many marks are offered at once to those who walk the map. */
const mostListed = 200

/** The map for keyboard and screen reader: a list off the screen of its marks, of which one has the focus. */
export function MapWalker(props: MapWalkerProps) {
  const { marks, focused, selected, onFocus, onOpen, onZoom } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const list = useRef<HTMLUListElement>(null)
  const current =
    marks.find(({ key }) => key === focused) ??
    marks.find(({ key }) => selected.has(key)) ??
    marks[0]
  const textOf = (mark: Mark) => {
    const [site] = mark.sites
    if (1 < mark.sites.length) return mapWords[language].cluster(mark.sites.length)
    return site === undefined ? '' : siteText(site, props.input, language)
  }
  const walk = (direction: Direction) => {
    const next = current && nextInDirection(marks, current, direction)
    if (next === undefined) return
    onFocus(next)
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    const zoom = zooms[event.key]
    if (direction === undefined && zoom === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (zoom !== undefined) onZoom(zoom)
    if (direction !== undefined) walk(direction)
  }
  return (
    <>
      <ul ref={list} className="graph-offscreen" aria-label={t('map.label')} onKeyDown={onKeyDown}>
        {marks.slice(0, mostListed).map((mark) => (
          <li key={mark.key}>
            <button
              type="button"
              tabIndex={mark === current ? 0 : -1}
              aria-pressed={selected.has(mark.key)}
              onFocus={() => onFocus(mark.key)}
              onBlur={() => onFocus(undefined)}
              onClick={() => onOpen(mark)}
            >
              {textOf(mark)}
            </button>
          </li>
        ))}
      </ul>
      <p className="graph-offscreen" aria-live="polite">
        {focused === undefined || current === undefined ? '' : textOf(current)}
      </p>
    </>
  )
}
