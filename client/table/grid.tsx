import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'

import type { Selection } from '../scene/scene.ts'
import { GridHead } from './grid-head.tsx'
import { GridRow } from './grid-row.tsx'
import { pickedIds } from './picking.ts'
import type { Column, Order, Row } from './rows.ts'
import { useWalk } from './use-walk.ts'

interface GridProps {
  /** Names the table, and sets its column widths. */
  readonly id: 'things' | 'links'
  readonly label: string
  readonly columns: readonly Column[]
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  readonly order: Order | undefined
  readonly onOrder: (column: number) => void
  readonly selection: Selection | undefined
  readonly onSelect: (selection: Selection | undefined) => void
  readonly onCopy: () => void
}

const rowPx = 30

/** Rows of which only those in view are in the page; the arrow keys walk all of them, Enter and Space pick. */
export function Grid(props: GridProps) {
  const { rows, selection, columns } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    scrollPaddingStart: rowPx,
    overscan: 12,
  })
  const ids = pickedIds(selection)
  const { active, pick, onKeyDown } = useWalk(props, virtual.scrollToIndex)
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={scroller} className="grid-scroll">
      <table
        className={`grid ${props.id}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what a table is called whose rows can be picked.
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={props.id === 'things'}
        aria-activedescendant={rows.length === 0 ? undefined : rowId(props.id, active)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <GridHead {...props} />
        <tbody>
          <Gap height={before} span={columns.length} />
          {items.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <GridRow
                  key={row.id}
                  id={rowId(props.id, index)}
                  row={row}
                  columns={columns}
                  place={index}
                  selected={ids.has(row.id)}
                  active={index === active}
                  onPick={(how) => pick(index, how)}
                />
              )
            )
          })}
          <Gap height={after} span={columns.length} />
        </tbody>
      </table>
    </div>
  )
}

function rowId(table: string, index: number): string {
  return `${table}-row-${index}`
}

/** Keeps the room of the rows that are not in the page. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can have the focus.
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
