import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Ledger, Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { bitsText } from '../scene/format.ts'
import { hashesOf } from './citations.ts'
import { valuesText } from './values.ts'

interface AgainstProps {
  readonly link: Link
  /** What people said of the pair until now. */
  readonly decisions: readonly Decision[]
  readonly numbers: ReadonlyMap<string, number>
  readonly onCite: (hashes: readonly string[]) => void
}

interface Counter {
  readonly number: string
  readonly text: string
  readonly hashes: readonly string[]
}

/** What speaks against a link, as large as what speaks for it, and said too when there is nothing. */
export function Against({ link, decisions, numbers, onCite }: AgainstProps) {
  const { t } = useTranslation()
  const counters = countersOf(t, link, decisions)
  return (
    <>
      <h2 className="sub">
        {t(link.kind === 'shares_supply' ? 'link.againstController' : 'link.against')}{' '}
        <span className="m">{counters.length}</span>
      </h2>
      {counters.length === 0 && <p className="s2">{t('link.againstNone')}</p>}
      <ul className="ag">
        {counters.map(({ number, text, hashes }) => (
          <li key={text}>
            <b className="bad num">{number}</b>
            <span className="grow">{text}</span>
            {hashes.some((hash) => numbers.has(hash)) && (
              <button type="button" className="cite" onClick={() => onCite(hashes)}>
                {hashes
                  .flatMap((hash) => numbers.get(hash) ?? [])
                  .slice(0, 2)
                  .map((cited) => `[${cited}]`)
                  .join(' ')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function countersOf(t: TFunction, link: Link, decisions: readonly Decision[]): readonly Counter[] {
  const { ledger } = link
  return [
    ...differing(t, ledger),
    ...generic(t, ledger),
    ...timing(t, ledger),
    ...supply(t, link),
    ...rivals(t, link),
    ...denials(t, decisions),
  ]
}

function differing(t: TFunction, { bars }: Ledger): readonly Counter[] {
  return bars
    .filter(({ bits }) => bits < 0)
    .map((bar) => ({
      number: bitsText(bar.bits),
      text: `${t(`channels.${bar.channel}`)}: ${valuesText(t, bar)}`,
      hashes: hashesOf(bar),
    }))
}

function generic(t: TFunction, { bars }: Ledger): readonly Counter[] {
  return bars
    .filter((bar) => bar.generic)
    .map((bar) => ({
      number: bitsText(0),
      text: t('link.againstGeneric', { channel: t(`channels.${bar.channel}`) }),
      hashes: hashesOf(bar),
    }))
}

function timing(t: TFunction, { gap, together, succession }: Ledger): readonly Counter[] {
  const counters: Counter[] = []
  if (gap !== undefined && gap.bits < 0) {
    const text = t('link.gapNote', { count: gap.days })
    counters.push({ number: bitsText(gap.bits), text, hashes: [] })
  }
  if (together !== undefined && together.bits < 0) {
    const text = t('link.togetherNote')
    counters.push({ number: bitsText(together.bits), text, hashes: [] })
  }
  if (succession?.tooEarly === true) {
    counters.push({ number: '', text: t('link.againstEarly'), hashes: [] })
  }
  return counters
}

/** Below it another explanation of the goods is not worth a line beside the outcomes. */
const supplyShown = 0.2

function supply(t: TFunction, { ledger }: Link): readonly Counter[] {
  if (ledger.supply === undefined || ledger.supply.probability < supplyShown) return []
  const probability = probabilityText(ledger.supply.probability)
  const text = t(ledger.supply.imitation ? 'link.againstImitation' : 'link.againstSupply', {
    probability,
  })
  return [{ number: '', text, hashes: [] }]
}

const rivalShown = 0.01

/** Another return speaks against this one, and against nothing else. */
function rivals(t: TFunction, { to, kind, ledger: { succession } }: Link): readonly Counter[] {
  if (kind !== 'came_back_as') return []
  return (succession?.rivals ?? [])
    .filter(({ shop, probability }) => shop !== to && probability >= rivalShown)
    .map(({ name, probability }) => ({
      number: '',
      text: t('link.againstRival', { name, probability: probabilityText(probability) }),
      hashes: [],
    }))
}

function denials(t: TFunction, decisions: readonly Decision[]): readonly Counter[] {
  return decisions
    .filter(({ verdict, retractedAt }) => verdict === 'different' && retractedAt === undefined)
    .map(({ by, on }) => ({ number: '', text: t('link.againstDenied', { by, on }), hashes: [] }))
}
