import { IconHistory } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { BareNode, SearchAnswer } from '../../server/contract/graph.ts'
import { failureOf } from '../api/problem-error.ts'
import { leavePast } from '../commands/travel-beside.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { pastText } from '../marks/past-text.ts'
import type { Past } from '../scene/past.ts'
import { useExplorer } from '../scene/store.ts'
import { Matched } from './matched.tsx'

export const resultsId = 'search-results'

export function optionId(place: number): string {
  return `search-option-${place}`
}

interface SearchResultsProps {
  readonly asked: string
  readonly answer: UseQueryResult<SearchAnswer>
  readonly items: SearchAnswer['items']
  /** The past that was searched. */
  readonly past: Past | undefined
  readonly active: number
  readonly onActive: (place: number) => void
  readonly onPick: (node: BareNode) => void
}

/** What was found, best first, and how much more there is. */
export function SearchResults(props: SearchResultsProps) {
  const { asked, items, active, onActive, onPick } = props
  const { t } = useTranslation()
  const label = useLabel()
  return (
    <div className="results">
      <div role="listbox" id={resultsId} aria-label={t('search.results')}>
        {items.map((node, place) => {
          const { name, detail } = label(node)
          return (
            // The keys are handled by the field, which names this row by its id.
            // biome-ignore lint/a11y/useKeyWithClickEvents: focus never leaves the field.
            // biome-ignore lint/a11y/useFocusableInteractive: focus never leaves the field.
            <div
              key={node.key}
              id={optionId(place)}
              role="option"
              aria-selected={place === active}
              onPointerMove={() => onActive(place)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(node)}
            >
              <KindDot kind={node.kind} properties={node.properties} />
              <span className="clip">
                <b>
                  <Matched text={name} part={asked} />
                </b>{' '}
                <span className="s2">
                  <Matched text={detail} part={asked} />
                  {node.foundAs !== undefined && (
                    <>
                      {` ${t('search.foundAs')} `}
                      <Matched text={node.foundAs} part={asked} />
                    </>
                  )}
                </span>
              </span>
              <span className="grow" />
              <span className="m nowrap">{t(`kinds.${node.kind}`)}</span>
            </div>
          )
        })}
        {props.past !== undefined && <OfTheRun {...props} />}
      </div>
      <Foot {...props} />
    </div>
  )
}

/** The last option in a past: the same search as of the run. */
function OfTheRun({ items, active, onActive }: SearchResultsProps) {
  const { t } = useTranslation()
  const run = useExplorer(({ knownAt, seen }) =>
    knownAt === undefined ? seen?.run?.asOf : undefined,
  )
  const place = items.length
  return (
    // The keys are handled by the field, which names this row by its id.
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus never leaves the field.
    // biome-ignore lint/a11y/useFocusableInteractive: focus never leaves the field.
    <div
      id={optionId(place)}
      role="option"
      aria-selected={place === active}
      onPointerMove={() => onActive(place)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => leavePast()}
    >
      <IconHistory className="i" size={14} stroke={1.75} aria-hidden="true" />
      <span className="clip">
        {run === undefined ? t('past.searchToday') : t('past.searchNow', { date: run })}
      </span>
    </div>
  )
}

function Foot({ asked, answer, items, past }: SearchResultsProps) {
  const { t } = useTranslation()
  const text = () => {
    if (answer.error !== null) return t(`problems.${failureOf(answer.error).code}`)
    if (answer.data === undefined) return t('search.searching')
    if (items.length === 0) return nothingText(t, asked, past)
    const { omitted, total } = answer.data
    const left = omitted > 0 ? t('search.omitted', { shown: items.length, total }) : undefined
    return [past && t('past.searched', { when: pastText(t, past) }), left]
      .filter(Boolean)
      .join(' · ')
  }
  const shown = text()
  return (
    <div className={!shown ? 'visually-hidden' : 'foot'} aria-live="polite">
      {shown}
    </div>
  )
}

/** Nothing is found, or was on record in a past. */
function nothingText(t: TFunction, q: string, past: Past | undefined): string {
  return past === undefined
    ? t('search.nothing', { q })
    : t('past.searchedNothing', { q, when: pastText(t, past) })
}
