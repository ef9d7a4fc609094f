import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'

import type { Column, Order } from './rows.ts'

interface GridHeadProps {
  readonly columns: readonly Column[]
  readonly headings: readonly string[]
  readonly order: Order | undefined
  readonly onOrder: (column: number) => void
}

/** The headings; a click sorts by one. */
export function GridHead({ columns, headings, order, onOrder }: GridHeadProps) {
  return (
    <>
      <colgroup>
        {columns.map(({ id }) => (
          <col key={id} className={`c-${id}`} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ id, numeric }, index) => {
            const own = order?.column === index ? order : undefined
            const Arrow = own?.down === true ? IconArrowDown : IconArrowUp
            return (
              <th
                key={id}
                scope="col"
                aria-sort={sortOf(own)}
                className={numeric ? 'num' : undefined}
              >
                <button type="button" onClick={() => onOrder(index)}>
                  <span className="clip">{headings[index]}</span>
                  {own && <Arrow className="i" size={12} stroke={2} aria-hidden="true" />}
                </button>
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}

function sortOf(order: Order | undefined): 'ascending' | 'descending' | 'none' {
  if (order === undefined) return 'none'
  return order.down ? 'descending' : 'ascending'
}
