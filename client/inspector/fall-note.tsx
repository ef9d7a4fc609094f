import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Ledger, LedgerBar } from '../../server/contract/ring.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { modelText } from '../i18n/words.ts'
import { bitsText } from '../scene/format.ts'
import { isExample, signOf, valueText } from './values.ts'
import type { Fall } from './waterfall.ts'

/** What a line of the waterfall rests on, in words. */
export function FallNote({ fall, ledger }: { readonly fall: Fall; readonly ledger: Ledger }) {
  const { t } = useTranslation()
  return fall.kind === 'bar' ? <BarNote bar={fall.bar} /> : <p>{notes[fall.kind](t, ledger)}</p>
}

const notes: Record<
  Exclude<Fall['kind'], 'bar'>,
  (t: TFunction, ledger: Ledger) => React.ReactNode
> = {
  prior: (t, { prior }) =>
    t('link.priorNote', { oneIn: Math.round(prior.oneIn).toLocaleString('en-US') }),
  gap: (t, { gap }) =>
    gap && (
      <>
        <span className="lit">
          {gap.closed} → {gap.opened}
        </span>
        <span>
          {t('link.gapNote', { count: gap.days })}
          {gap.begunBy === undefined || gap.begunBy === 'opening'
            ? ''
            : ` · ${t(`link.${gap.begunBy}Note`)}`}
        </span>
      </>
    ),
  together: (t) => t('link.togetherNote'),
  calibration: (t, { calibration: { ceiling, labels, model }, decisions }) => (
    <>
      <span>{modelText(t, model)}</span>
      <span>
        {[
          labels === 0 ? t('link.calibrationNone') : t('link.calibrationNote', { count: labels }),
          ...(decisions.length === 0 ? [] : [t('link.calibrationDecided')]),
          ...(ceiling === undefined
            ? []
            : [t('link.calibrationCeiling', { bits: bitsText(ceiling) })]),
        ].join(' · ')}
      </span>
    </>
  ),
  through: (t, { through }) =>
    through && (
      <>
        <span className="lit">{through.name}</span>
        <span>
          {t('link.throughNote', { a: probabilityText(through.a), b: probabilityText(through.b) })}
        </span>
      </>
    ),
  untied: (t) => t('link.untiedNote'),
  total: (t, { probability }) => t('link.totalNote', { probability: probabilityText(probability) }),
}

/** The two literal values as their sources typed them, who else holds them, and how raw bits became what counts. */
function BarNote({ bar }: { readonly bar: LedgerBar }) {
  const { t } = useTranslation()
  return (
    <p>
      <span>
        {isExample(bar) && `${t('link.noneShared')} `}
        <Literal bar={bar} end="a" /> {signOf(bar)} <Literal bar={bar} end="b" />
      </span>
      <span>{weighingTexts(t, bar).join(' · ')}</span>
    </p>
  )
}

function Literal({ bar, end }: { readonly bar: LedgerBar; readonly end: 'a' | 'b' }) {
  const { literal } = bar[end]
  const text = valueText(bar.channel, literal)
  return (
    <span className="lit" title={text === literal ? undefined : literal}>
      {text}
    </span>
  )
}

/** Factors that round to this many percent change nothing that is shown. */
const whole = 100

function weighingTexts(t: TFunction, bar: LedgerBar): readonly string[] {
  const held = bar.level === 'differ' ? [] : [t('link.heldBy', { count: bar.holders })]
  if (bar.generic) return [...held, ...genericTexts(t, bar)]
  const { alone = 1 } = bar
  const share = Math.round((bar.damping / alone) * whole)
  const lone = Math.round(alone * whole)
  const scaled = Math.round(bar.beta * whole) !== whole
  return [
    ...held,
    ...(bar.apartDays === undefined || bar.apartBits === undefined
      ? []
      : [t('link.apart', { count: bar.apartDays, bits: bitsText(bar.apartBits) })]),
    ...(scaled || share !== whole || lone !== whole
      ? [t('link.raw', { raw: bitsText(bar.rawBits) })]
      : []),
    ...(scaled ? [t('link.scaled', { factor: bar.beta.toFixed(2) })] : []),
    ...(share === whole
      ? []
      : [t('link.damped', { share: share === 0 ? t('link.underOne') : share })]),
    ...(lone === whole
      ? []
      : [t('link.alone', { share: lone, family: t(`link.alone_${bar.family}`) })]),
  ]
}

/** That it counts for nothing, and since when and why where the run says so. */
function genericTexts(t: TFunction, { genericness }: LedgerBar): readonly string[] {
  if (genericness === undefined) return [t('link.generic')]
  const { since, reason, holders, controllersIn90Days = 0, by = '', because = '' } = genericness
  const why = {
    holders: t('link.genericHolders', { count: holders }),
    taken_up_fast: t('link.genericFast', { count: controllersIn90Days }),
    ruled: t('link.genericRuled', { by, because }),
  }[reason]
  return [since === undefined ? t('link.genericNow') : t('link.genericSince', { since }), why]
}
