import './print.css'

import type { TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'

import { laidOut, type Sheet } from '../../server/picture/sheet.ts'
import { lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { ShapeElement } from '../graph/shape-element.tsx'
import { useLanguage } from '../i18n/use-language.ts'
import { useExplorer } from '../scene/store.ts'
import { usePage } from '../shell/page.ts'
import { linkColumns } from '../table/link-rows.ts'
import type { Row } from '../table/rows.ts'
import { useLinkRows } from '../table/use-rows.ts'
import { sheetNow, stripNow } from './sheet-now.ts'

/** On paper the page is the picture, the timeline, the pane beside it and the links; it is made when the browser is about to print. */
export function PrintSheet() {
  const printing = usePrinting()
  const dialog = useExplorer((state) => state.dialog)
  const page = usePage((state) => state.page)
  return printing && dialog === undefined && page === undefined ? <Paper /> : null
}

/** True from before the browser prints until it has; the page is light for as long. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const media = window.matchMedia('print')
    const root = document.documentElement
    let before: readonly [string | undefined, string | undefined] | undefined
    const start = () => {
      before ??= [root.dataset.theme, root.dataset.mantineColorScheme]
      root.dataset.theme = 'light'
      root.dataset.mantineColorScheme = 'light'
      flushSync(() => setPrinting(true))
    }
    const end = () => {
      if (before === undefined) return
      const [theme, scheme] = before
      before = undefined
      if (theme !== undefined) root.dataset.theme = theme
      if (scheme !== undefined) root.dataset.mantineColorScheme = scheme
      setPrinting(false)
    }
    const change = ({ matches }: MediaQueryListEvent) => (matches ? start() : end())
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', end)
    media.addEventListener('change', change)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', end)
      media.removeEventListener('change', change)
    }
  }, [])
  return printing
}

function Paper() {
  const { t } = useTranslation()
  const language = useLanguage()
  const sheets = [sheetNow(t), stripNow(t, language)]
  return (
    <div className="paper">
      {sheets.map((sheet, index) =>
        sheet === undefined ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sheets, always in this order.
          <SheetSvg key={index} sheet={sheet} />
        ),
      )}
      <LinkTable t={t} />
    </div>
  )
}

function SheetSvg({ sheet }: { readonly sheet: Sheet }) {
  const language = useLanguage()
  const { width, height, move, around } = laidOut(sheet, words[language])
  return (
    <svg
      className="paper-sheet"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={sheet.title}
    >
      <g transform={`translate(${move.x} ${move.y})`}>
        {sheet.shapes.map((shape, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is printed once.
          <ShapeElement key={index} shape={shape} theme={lightTheme} />
        ))}
      </g>
      {around.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is printed once.
        <ShapeElement key={index} shape={shape} theme={lightTheme} />
      ))}
    </svg>
  )
}

/** More rows than this are for a file, not for paper. */
const printedRowsMost = 200

function LinkTable({ t }: { readonly t: TFunction }) {
  const rows = useLinkRows()
  const links = rows.filter(({ selection }) => selection.kind === 'link')
  const printed = links.slice(0, printedRowsMost)
  if (links.length === 0) return null
  return (
    <section className="paper-links">
      <h2>{t('share.tableOfLinks')}</h2>
      {printed.length < links.length && (
        <p>{t('share.rowsCut', { shown: printed.length, total: links.length })}</p>
      )}
      <table>
        <thead>
          <tr>
            {linkColumns.map(({ id }) => (
              <th key={id}>{t(`table.link${id}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row) => (
            <LinkRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function LinkRow({ row }: { readonly row: Row }) {
  return (
    <tr>
      {linkColumns.map(({ id }, index) => (
        <td key={id}>{row.cells[index]?.text ?? ''}</td>
      ))}
    </tr>
  )
}
