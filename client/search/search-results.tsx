import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { GraphNode, SearchAnswer } from '../../server/contract/graph.ts'
import { failureOf } from '../api/problem-error.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { Matched } from './matched.tsx'

export const resultsId = 'search-results'

export function optionId(place: number): string {
  return `search-option-${place}`
}

interface SearchResultsProps {
  readonly asked: string
  readonly answer: UseQueryResult<SearchAnswer>
  readonly items: SearchAnswer['items']
  readonly active: number
  readonly onActive: (place: number) => void
  readonly onPick: (node: GraphNode) => void
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
      </div>
      <Foot {...props} />
    </div>
  )
}

function Foot({ asked, answer, items }: SearchResultsProps) {
  const { t } = useTranslation()
  const text = () => {
    if (answer.error !== null) return t(`problems.${failureOf(answer.error).code}`)
    if (answer.data === undefined) return t('search.searching')
    if (items.length === 0) return t('search.nothing', { q: asked })
    const { omitted, total } = answer.data
    return omitted > 0 ? t('search.omitted', { shown: items.length, total }) : undefined
  }
  const shown = text()
  return (
    <div className={shown === undefined ? 'visually-hidden' : 'foot'} aria-live="polite">
      {shown}
    </div>
  )
}
