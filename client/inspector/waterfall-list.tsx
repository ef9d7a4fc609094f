import { useTranslation } from 'react-i18next'

import type { Ledger, LedgerBar } from '../../server/contract/ring.ts'
import { bitsText } from '../scene/format.ts'
import { hashesOf } from './citations.ts'
import { FallNote } from './fall-note.tsx'
import { type Fall, fallsOf, spanOf } from './waterfall.ts'

interface WaterfallProps {
  readonly ledger: Ledger
  readonly numbers: ReadonlyMap<string, number>
  readonly onCite: (hashes: readonly string[]) => void
}

/** The ledger as a waterfall of bits, from the prior to the total, every line with what it rests on. */
export function Waterfall({ ledger, numbers, onCite }: WaterfallProps) {
  const falls = fallsOf(ledger)
  const span = spanOf(falls)
  return (
    <ol className="wf">
      {falls.map((fall) => (
        <li
          key={fall.kind === 'bar' ? `${fall.bar.channel} ${fall.bar.a.literal}` : fall.kind}
          className={fall.kind === 'total' ? 'sum' : undefined}
        >
          <span className="ch">
            <Title fall={fall} />{' '}
            {fall.kind === 'bar' && <Citations bar={fall.bar} numbers={numbers} onCite={onCite} />}
          </span>
          <FallMark fall={fall} span={span} />
          <b className="num">{bitsText(fall.to - fall.from)}</b>
          <FallNote fall={fall} ledger={ledger} />
        </li>
      ))}
    </ol>
  )
}

function Title({ fall }: { readonly fall: Fall }) {
  const { t } = useTranslation()
  return fall.kind === 'bar' ? t(`channels.${fall.bar.channel}`) : t(`link.${fall.kind}`)
}

interface CitationsProps {
  readonly bar: LedgerBar
  readonly numbers: ReadonlyMap<string, number>
  readonly onCite: (hashes: readonly string[]) => void
}

/** The first records behind a bar by number; a click shows all of them. */
function Citations({ bar, numbers, onCite }: CitationsProps) {
  const { t } = useTranslation()
  const hashes = hashesOf(bar)
  const cited = hashes.flatMap((hash) => numbers.get(hash) ?? []).toSorted((a, b) => a - b)
  if (cited.length === 0) return null
  const text = cited.slice(0, 2).map((number) => `[${number}]`)
  const more = cited.length > 2 ? ` +${cited.length - 2}` : ''
  return (
    <button
      type="button"
      className="cite"
      title={t('ring.records', { count: cited.length })}
      onClick={() => onCite(hashes)}
    >
      {text.join(' ')}
      {more}
    </button>
  )
}

const width = 132
const margin = 4

interface FallMarkProps {
  readonly fall: Fall
  readonly span: { readonly low: number; readonly high: number }
}

/** The bar of one line between where the sum was and where it is; ticks join it to the lines above and below. */
function FallMark({ fall, span: { low, high } }: FallMarkProps) {
  const x = (bits: number) => margin + ((bits - low) / (high - low || 1)) * (width - 2 * margin)
  const [left, right] = [x(Math.min(fall.from, fall.to)), x(Math.max(fall.from, fall.to))]
  return (
    <svg width={width} height="18" aria-hidden="true">
      <line x1={x(0)} x2={x(0)} y1="0" y2="18" stroke="var(--line-strong)" />
      {fall.kind !== 'total' && (
        <line x1={x(fall.from)} x2={x(fall.from)} y1="0" y2="4" stroke="var(--text-3)" />
      )}
      <rect
        x={left}
        y={fall.kind === 'total' ? 5 : 4}
        width={Math.max(right - left, 1)}
        height={fall.kind === 'total' ? 8 : 10}
        rx="1.5"
        fill={fall.tone === 'total' ? 'var(--p95)' : `var(--bits-${fall.tone})`}
      />
      {fall.kind !== 'total' && (
        <line x1={x(fall.to)} x2={x(fall.to)} y1="14" y2="18" stroke="var(--text-3)" />
      )}
    </svg>
  )
}
