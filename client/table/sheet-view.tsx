import { IconCopy, IconDownload, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FilterNote } from '../filter/filter-note.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import { select, useExplorer } from '../scene/store.ts'
import { Grid } from './grid.tsx'
import { pickedIds } from './picking.ts'
import { type Column, narrowed, nextOrder, type Order, ordered, type Row } from './rows.ts'
import { copyText, saveText } from './save.ts'
import { csvOf, tabbedOf } from './sheet.ts'

interface SheetProps {
  readonly id: 'things' | 'links'
  readonly columns: readonly Column[]
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
  /** How many the scene has, those out of sight too. */
  readonly total: number
  readonly kindText: (kind: string) => string
}

/** One tab of the table: what narrows it, its rows, and the two ways they leave the page. */
export function Sheet({ id, columns, headings, rows, total, kindText }: SheetProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const selection = useExplorer((state) => state.selection)
  const [text, setText] = useState('')
  const [kind, setKind] = useState('')
  const [order, setOrder] = useState<Order>()
  const [said, setSaid] = useState('')
  const listed = useMemo(
    () => ordered(narrowed(rows, text, kind), order, language),
    [rows, text, kind, order, language],
  )
  const leaving = [...headings, t('table.key')]
  const copy = (which: readonly Row[]) => {
    void copyText(tabbedOf(leaving, which)).then((done) =>
      setSaid(done ? t('table.copied', { count: which.length }) : t('table.notCopied')),
    )
  }
  const ids = pickedIds(selection)
  const picked = listed.filter((row) => ids.has(row.id))
  const clear = () => {
    setText('')
    setKind('')
  }
  return (
    <>
      <div className="table-bar">
        <Narrow {...{ text, setText, kind, setKind, rows, kindText }} />
        <p className="m" role="status">
          {t('table.shown', { shown: listed.length, total })}
        </p>
        <HiddenNote />
        <FilterNote />
        <span className="grow" />
        <span className="m small" role="status">
          {said}
        </span>
        <button type="button" className="btn" onClick={() => copy(listed)}>
          <IconCopy className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('table.copy')}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => saveText(csvOf(leaving, listed), `revenant-${id}.csv`)}
        >
          <IconDownload className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('table.csv')}
        </button>
      </div>
      {listed.length === 0 ? (
        <Nothing narrowed={0 < rows.length} onClear={clear} />
      ) : (
        <Grid
          {...{ id, columns, headings, order, selection }}
          label={t(`table.${id}`)}
          rows={listed}
          onOrder={(column) =>
            setOrder(nextOrder(order, column, columns[column]?.numeric === true))
          }
          onSelect={select}
          onCopy={() => copy(0 < picked.length ? picked : listed)}
        />
      )}
    </>
  )
}

interface NarrowProps {
  readonly text: string
  readonly setText: (text: string) => void
  readonly kind: string
  readonly setKind: (kind: string) => void
  readonly rows: readonly Row[]
  readonly kindText: (kind: string) => string
}

function Narrow({ text, setText, kind, setKind, rows, kindText }: NarrowProps) {
  const { t } = useTranslation()
  const kinds = countsOf(rows)
  return (
    <>
      <input
        type="search"
        className="field table-text"
        aria-label={t('table.text')}
        placeholder={t('table.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <select
        className="field table-kind"
        aria-label={t('table.kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      >
        <option value="">{t('table.allKinds', { count: rows.length })}</option>
        {[...kinds].map(([id, count]) => (
          <option key={id} value={id}>{`${kindText(id)} (${count})`}</option>
        ))}
      </select>
    </>
  )
}

function countsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

/** What was hidden by hand is not among the rows, and this says so. */
function HiddenNote() {
  const { t } = useTranslation()
  const count = useExplorer((state) => state.view.scene.hidden.size)
  return count === 0 ? null : <span className="m">{t('shell.hiddenCount', { count })}</span>
}

function Nothing({ narrowed: cut, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="blank">
      <p>{cut ? t('table.nothing') : t('table.empty')}</p>
      {cut && (
        <button type="button" className="btn" onClick={onClear}>
          <IconX className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('table.clear')}
        </button>
      )}
    </div>
  )
}
