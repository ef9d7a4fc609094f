import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { iconOf } from '../../server/picture/icons.ts'
import { mapWords } from '../../server/picture/map-words.ts'
import { labelOf } from '../../server/picture/names.ts'
import type { NodeShape, Subject } from '../../server/picture/shape.ts'
import { fitText } from '../../server/picture/text-width.ts'
import { words } from '../../server/picture/words.ts'
import { selected } from '../graph/selecting.ts'
import { ShapeElement } from '../graph/shape-element.tsx'
import type { Size } from '../graph/size.ts'
import { useSize } from '../graph/use-size.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { select, useExplorer } from '../scene/store.ts'
import { useStanding } from '../scene/use-standing.ts'
import { cssTheme } from '../timeline/css-theme.ts'
import { type ColumnNode, type ColumnTie, columnsOf, type TextOf } from './columns.ts'
import { selectedSites } from './selected-sites.ts'
import type { MapModel } from './use-map.ts'

/** The same ring as three columns: factories, where parcels left, accounts that the shops are paid into. */
export function ColumnsView({ model }: { readonly model: MapModel }) {
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  return (
    <div ref={host} className="split-columns">
      {size && <Sized model={model} size={size} />}
    </div>
  )
}

function Sized({ model, size }: { readonly model: MapModel; readonly size: Size }) {
  const { t } = useTranslation()
  const { scene, input } = model
  const selection = useExplorer((state) => state.selection)
  const chosen = useMemo(() => selectedSites(scene, selection), [scene, selection])
  const textOf = useTexts()
  const { outside, unborn } = useStanding(scene)
  const isFaint = (key: string) => outside.has(key) || unborn.has(key)
  const { nodes, ties, left, xs } = useMemo(
    () => columnsOf(scene, input, size, textOf),
    [scene, input, size, textOf],
  )
  const headings = [t('map.factoriesColumn'), t('map.origins'), t('map.accounts')]
  const lead = nodes.find(({ node }) => node.kind === 'Factory' && chosen.has(node.key)) ?? nodes[0]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a picture.
    <svg width={size.width} height={size.height} aria-label={t('map.columnsLabel')} role="group">
      {headings.map((heading, column) => (
        <text key={heading} x={(xs[column] ?? 0) - 10} y={24} fontSize="11" fill="var(--text-2)">
          {heading}
        </text>
      ))}
      {ties.map((tie) => (
        <Tie
          key={tie.id}
          tie={tie}
          lead={tie.from === lead?.node.key}
          faint={isFaint(tie.from) || isFaint(tie.to)}
          scene={scene}
        />
      ))}
      {nodes.map((entry) => (
        <Entry
          key={entry.node.key}
          entry={entry}
          chosen={chosen.has(entry.node.key)}
          faint={isFaint(entry.node.key)}
        />
      ))}
      <text x={12} y={size.height - 10} fontSize="11" fill="var(--text-3)">
        {fitText(
          left === 0 ? t('map.columnsNote') : t('map.columnsLeft', { count: left }),
          11,
          size.width - 20,
        )}
        <title>{t('map.columnsNote')}</title>
      </text>
    </svg>
  )
}

function useTexts(): TextOf {
  const { t } = useTranslation()
  const language = useLanguage()
  return useCallback(
    ({ node, share, shops }) => ({
      label: labelOf(node, words[language]).name,
      detail: [
        ...(share === undefined ? [] : [`${Math.round(share * 100)} %`]),
        t('map.shopsCount', { count: shops }),
      ].join(' · '),
    }),
    [t, language],
  )
}

interface TieProps {
  readonly tie: ColumnTie
  readonly lead: boolean
  readonly faint: boolean
  readonly scene: MapModel['scene']
}

function Tie({ tie, lead, faint, scene }: TieProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { from, to, count, of, shared } = tie
  const name = (key: string) => scene.nodes.get(key)?.name ?? key
  const text = mapWords[language]
  const what = {
    parcels: () => text.parcels(count),
    records: () => text.records(count),
    shops: () => t('map.shopsCount', { count }),
  }[of]()
  return (
    <path
      d={tie.d}
      fill="none"
      stroke={lead ? 'var(--factory)' : 'var(--edge)'}
      strokeWidth={tie.width}
      strokeOpacity={(lead ? 0.9 : 0.75) * (faint ? 0.42 : 1)}
      {...(shared && { strokeDasharray: '0.1 5', strokeLinecap: 'round' })}
    >
      <title>{text.arc(name(from), name(to), what)}</title>
    </path>
  )
}

interface EntryProps {
  readonly entry: ColumnNode
  readonly chosen: boolean
  readonly faint: boolean
}

function Entry({ entry, chosen, faint }: EntryProps) {
  const { node, x, y, share, shared, label, detail } = entry
  const subject: Subject = { of: 'node', id: node.key }
  const shape: NodeShape = {
    shape: 'node',
    subject,
    kind: node.kind,
    icon: iconOf(node),
    status: 'none',
    generic: shared,
    hollow: node.kind === 'Factory' && (share ?? 0) < 0.5,
    x,
    y,
    radius: 10,
  }
  const pick = (add: boolean) => select(selected(useExplorer.getState().selection, subject, add))
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button of its own.
    <g
      role="button"
      opacity={faint ? 0.42 : 1}
      tabIndex={0}
      aria-pressed={chosen}
      onClick={(event) => pick(event.ctrlKey || event.metaKey || event.shiftKey)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        pick(event.shiftKey)
      }}
    >
      {chosen && <circle cx={x} cy={y} r={14} fill="none" stroke="var(--focus)" strokeWidth="2" />}
      <ShapeElement shape={shape} theme={cssTheme} />
      <text x={x + 17} y={y - 1} fontSize="12" fontWeight={chosen ? 600 : 500} fill="var(--text)">
        {label}
      </text>
      <text x={x + 17} y={y + 13} fontSize="11" fill="var(--text-2)">
        {detail}
      </text>
    </g>
  )
}
