import { useTranslation } from 'react-i18next'

import type { NodeKind } from '../../server/contract/graph.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import type { Facet, FacetRow } from './facets.ts'
import { type Filter, offCode, turned } from './filter.ts'
import { setFilter } from './set-filter.ts'

interface FacetListProps {
  readonly facet: Facet
  readonly filter: Filter
  readonly title: string
  readonly text: (value: string) => string
}

/** One facet: a box to tick for each value, its count, and a bar against the most common one. */
export function FacetList({ facet, filter, title, text }: FacetListProps) {
  const { t } = useTranslation()
  const { id, rows, without } = facet
  if (rows.length === 0) return null
  const values = rows.map(({ value }) => value)
  const off = values.filter((value) => filter.off.includes(offCode(id, value)))
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <fieldset className="facet">
      <legend>
        <span className="grow">{title}</span>
        {0 < off.length && (
          <button
            type="button"
            className="cite"
            onClick={() => setFilter(turned(filter, id, values, true))}
          >
            {t('filter.all')}
          </button>
        )}
      </legend>
      {rows.map((row) => (
        <Value
          key={row.value}
          facet={id}
          row={row}
          share={row.count / most}
          on={!off.includes(row.value)}
          label={text(row.value)}
          onTurn={(on) => setFilter(turned(filter, id, [row.value], on))}
          onOnly={() => setFilter(turned(turned(filter, id, values, false), id, [row.value], true))}
        />
      ))}
      {0 < without && <p className="m small">{t('filter.without', { count: without })}</p>}
    </fieldset>
  )
}

interface ValueProps {
  readonly facet: Facet['id']
  readonly row: FacetRow
  readonly share: number
  readonly on: boolean
  readonly label: string
  readonly onTurn: (on: boolean) => void
  readonly onOnly: () => void
}

function Value({ facet, row, share, on, label, onTurn, onOnly }: ValueProps) {
  const { t } = useTranslation()
  return (
    <div className={on ? 'facet-row' : 'facet-row off'}>
      <label className="grow">
        <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
        {facet === 'kind' && <KindDot kind={row.value as NodeKind} />}
        <span className="clip grow">{label}</span>
        <span className="bar" aria-hidden="true">
          <i
            className={facet === 'strength' ? row.value : undefined}
            style={{ width: `${Math.max(share * 100, 2)}%` }}
          />
        </span>
        <span className="num">{row.count}</span>
      </label>
      <button
        type="button"
        className="cite only"
        aria-label={t('filter.onlyThis', { value: label })}
        onClick={onOnly}
      >
        {t('filter.only')}
      </button>
    </div>
  )
}
