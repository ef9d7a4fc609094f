import { IconClockOff } from '@tabler/icons-react'
import type { MouseEvent } from 'react'

import { ProbabilityBar } from '../marks/bar.tsx'
import { KindDot } from '../marks/kind-dot.tsx'
import type { Pick } from './picking.ts'
import type { Cell, Column, Row } from './rows.ts'

interface GridRowProps {
  readonly id: string
  readonly row: Row
  readonly columns: readonly Column[]
  /** From 0, among all rows that are listed. */
  readonly place: number
  readonly selected: boolean
  readonly active: boolean
  readonly onPick: (how: Pick) => void
}

export function GridRow({ id, row, columns, place, selected, active, onPick }: GridRowProps) {
  return (
    <tr
      id={id}
      className={[active ? 'at' : '', row.faint === undefined ? '' : 'faint'].join(' ').trim()}
      aria-rowindex={place + 2}
      aria-selected={selected}
      onClick={(event) => onPick(pickOf(event))}
    >
      {columns.map((column, index) => (
        <CellBox key={column.id} column={column} cell={row.cells[index]} row={row} />
      ))}
    </tr>
  )
}

function pickOf({ ctrlKey, metaKey, shiftKey }: MouseEvent): Pick {
  if (shiftKey) return 'range'
  return ctrlKey || metaKey ? 'toggle' : 'one'
}

interface CellBoxProps {
  readonly column: Column
  readonly cell: Cell | undefined
  readonly row: Row
}

function CellBox({ column, cell = { text: '' }, row }: CellBoxProps) {
  const { text, second, value } = cell
  const said = second === undefined ? text : `${text} ${second}`
  const title = row.faint === undefined ? said : `${said} (${row.faint})`
  const red = column.id === 'kind' && row.kind === 'came_back_as'
  return (
    <td className={column.numeric === true ? `num c-${column.id}` : `c-${column.id}`} title={title}>
      {column.id === 'kind' && row.thing && (
        <KindDot kind={row.thing.kind} properties={row.thing.properties} />
      )}
      {column.id === 'probability' && value !== undefined && <ProbabilityBar probability={value} />}
      <span className={red ? 'bad' : undefined}>{text}</span>
      {column.id === 'kind' && row.faint !== undefined && (
        <IconClockOff className="i" size={12} stroke={1.75} role="img" aria-label={row.faint} />
      )}
      {second !== undefined && <span className="m"> {second}</span>}
    </td>
  )
}
