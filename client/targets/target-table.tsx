import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { saveText } from '../table/save.ts'
import { showTarget } from './show-target.ts'
import { nextOrder, sorted, type TargetColumn, type TargetOrder, targetsCsv } from './sorted.ts'

interface Target {
  readonly key: string
  readonly name: string
}

interface TargetTableProps<Item extends Target> {
  readonly caption: string
  /** Of the file that is saved. */
  readonly file: string
  readonly items: readonly Item[]
  /** The first names the target. */
  readonly columns: readonly TargetColumn<Item>[]
  /** Whether it is a thing of the graph, which can be brought into the picture. */
  readonly isThing: (item: Item) => boolean
}

const firstRows = 200

/** Targets by any column; a row leads to its thing in the picture, and all of it leaves as CSV. */
export function TargetTable<Item extends Target>(props: TargetTableProps<Item>) {
  const { caption, file, items, columns, isThing } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const [order, setOrder] = useState<TargetOrder>()
  const [most, setMost] = useState(firstRows)
  const all = sorted(items, columns, order)
  const shown = all.slice(0, most)
  return (
    <>
      <p className="row target-tools">
        <span className="m grow">
          {t('changes.shown', {
            shown: numberText(shown.length, language),
            total: numberText(items.length, language),
          })}
        </span>
        <button
          type="button"
          className="btn slim"
          onClick={() => saveText(targetsCsv(all, columns), file)}
        >
          <IconDownload className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('targets.csv')}
        </button>
      </p>
      <div className="table-scroll">
        <table className="plain targets-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading
                  key={column.id}
                  column={column}
                  first={items[0]}
                  order={order}
                  onOrder={setOrder}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((item) => (
              <Line
                key={`${item.key} ${columns.map(({ value }) => value(item)).join(' ')}`}
                item={item}
                columns={columns}
                opens={isThing(item)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < items.length && (
        <p className="row m">
          <button type="button" className="cite" onClick={() => setMost(most + 1_000)}>
            {t('changes.showMore')}
          </button>
        </p>
      )}
    </>
  )
}

interface HeadingProps<Item> {
  readonly column: TargetColumn<Item>
  readonly first: Item | undefined
  readonly order: TargetOrder | undefined
  readonly onOrder: (order: TargetOrder | undefined) => void
}

function Heading<Item>({ column, first, order, onOrder }: HeadingProps<Item>) {
  const { t } = useTranslation()
  const { id, label, note, value } = column
  const isNumber = first !== undefined && typeof value(first) === 'number'
  const own = order?.column === id ? order : undefined
  const Icon = own?.down === true ? IconArrowDown : IconArrowUp
  return (
    <th scope="col" className={isNumber ? 'num' : undefined} aria-sort={sortOf(own)} title={note}>
      <button
        type="button"
        title={t('targets.sortBy', { column: label })}
        onClick={() => onOrder(nextOrder(order, column, first))}
      >
        {label}
        {own !== undefined && <Icon className="i" size={12} stroke={1.75} aria-hidden="true" />}
      </button>
    </th>
  )
}

function sortOf(order: TargetOrder | undefined): 'ascending' | 'descending' | 'none' {
  if (order === undefined) return 'none'
  return order.down ? 'descending' : 'ascending'
}

interface LineProps<Item> {
  readonly item: Item
  readonly columns: readonly TargetColumn<Item>[]
  readonly opens: boolean
}

function Line<Item extends Target>({ item, columns, opens }: LineProps<Item>) {
  const { t } = useTranslation()
  const [naming, ...rest] = columns
  const said = (column: TargetColumn<Item>) => column.text?.(item) ?? String(column.value(item))
  const open = opens ? () => void showTarget(item) : undefined
  return (
    // The button in the first cell does the same from the keyboard.
    <tr className={opens ? 'opens' : undefined} onClick={open}>
      <th scope="row">
        {naming !== undefined && opens && (
          <button type="button" className="clip" title={t('targets.open', { name: item.name })}>
            <b>{said(naming)}</b>
          </button>
        )}
        {naming !== undefined && !opens && <span className="clip">{said(naming)}</span>}
      </th>
      {rest.map((column) => (
        <td key={column.id} className={typeof column.value(item) === 'number' ? 'num' : undefined}>
          {said(column)}
        </td>
      ))}
    </tr>
  )
}
