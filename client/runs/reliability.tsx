import { useTranslation } from 'react-i18next'

import type { Run } from '../../server/contract/runs.ts'
import { numberText } from '../i18n/number-text.ts'
import { useLanguage } from '../i18n/use-language.ts'

type Told = NonNullable<Run['summary']['reliability']>

/** An error that chance alone does not explain, and that would mislead whoever goes by the probability. */
const worthAWarning = 0.05
const side = 168
const margin = 26

/** How far the probabilities of a run came true, on pairs that people decided without seeing them. */
export function Reliability({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const told = run.summary.reliability
  return (
    <section className="reliability" aria-labelledby="reliability-title">
      <h2 id="reliability-title">{t('reliability.title')}</h2>
      {told === undefined ? (
        <p>{t('reliability.none')}</p>
      ) : (
        <div className="reliability-body">
          <Diagram told={told} />
          <div>
            <p>{t('reliability.labels', { n: numberText(told.n, language) })}</p>
            {told.ece !== null && told.eceByChance !== null && (
              <p>
                {t('reliability.error', {
                  ece: shareText(told.ece),
                  chance: shareText(told.eceByChance),
                })}
              </p>
            )}
            <Slope told={told} />
            {isOff(told) && (
              <p className="warning" role="note">
                {t('reliability.off')}
              </p>
            )}
            {told.latest !== undefined && <Latest latest={told.latest} />}
            <p className="dim">{t('reliability.about')}</p>
          </div>
        </div>
      )}
    </section>
  )
}

/** Whether extremes are as certain as told; a slope that so few pairs would show by chance is called neither too sure nor too modest. */
function Slope({ told: { slope, slopeLow, slopeHigh } }: { readonly told: Told }) {
  const { t } = useTranslation()
  if (slope === null) return null
  const known = { slope: slope.toFixed(2) }
  if (typeof slopeLow !== 'number' || typeof slopeHigh !== 'number')
    return <p>{t('reliability.slopeAlone', known)}</p>
  const interval = { low: slopeLow.toFixed(2), high: slopeHigh.toFixed(2) }
  return <p>{t(slopeSays(slopeLow, slopeHigh), { ...known, ...interval })}</p>
}

/** Sellers learn, so that what came true for years need not go on to. */
function Latest({ latest: { n, since, holds } }: { readonly latest: NonNullable<Told['latest']> }) {
  const { t } = useTranslation()
  return holds ? (
    <p>{t('reliability.latestHolds', { n, since })}</p>
  ) : (
    <p className="warning" role="note">
      {t('reliability.latestOff', { n, since })}
    </p>
  )
}

function isOff({ ece, eceByChance }: Told): boolean {
  return ece !== null && eceByChance !== null && worthAWarning < ece - eceByChance
}

function slopeSays(low: number, high: number) {
  if (high < 1) return 'reliability.tooSure'
  return low <= 1 ? 'reliability.byChance' : 'reliability.tooModest'
}

function shareText(share: number): string {
  return share.toFixed(3)
}

/** What was told, from left to right, against what came, from below, with the interval of each; on the diagonal both agree. */
function Diagram({ told }: { readonly told: Told }) {
  const { t } = useTranslation()
  const x = (share: number) => margin + share * side
  const y = (share: number) => 6 + (1 - share) * side
  const label = told.bins
    .map(({ predicted, observed, n }) =>
      t('reliability.bin', { told: shareText(predicted), came: shareText(observed), n }),
    )
    .join('; ')
  return (
    <svg
      className="reliability-diagram"
      width={side + margin + 8}
      height={side + margin + 8}
      role="img"
      aria-label={`${t('reliability.diagram')} ${label}`}
    >
      <rect x={x(0)} y={y(1)} width={side} height={side} className="frame" />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="even" />
      {told.bins.map(({ predicted, observed, low, high }) => (
        <g key={predicted}>
          <line x1={x(predicted)} x2={x(predicted)} y1={y(low)} y2={y(high)} className="interval" />
          <circle cx={x(predicted)} cy={y(observed)} r={3} className="bin" />
        </g>
      ))}
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <text x={x(share)} y={y(0) + 16} textAnchor="middle">
            {share}
          </text>
          <text x={x(0) - 4} y={y(share) + 4} textAnchor="end">
            {share}
          </text>
        </g>
      ))}
    </svg>
  )
}
