import { useTranslation } from 'react-i18next'

import type { Ledger, Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { channelsText, innocentText, linkText } from '../i18n/words.ts'
import { linkId } from '../scene/scene.ts'
import { select, useExplorer } from '../scene/store.ts'
import { Against } from './against.tsx'
import { Outcomes } from './outcomes.tsx'
import { Succession } from './succession.tsx'
import { Waterfall } from './waterfall-list.tsx'

interface LinkWhyProps {
  readonly link: Link
  /** Other links of the same two shops. */
  readonly others: readonly Link[]
  readonly decisions: readonly Decision[]
  readonly numbers: ReadonlyMap<string, number>
  readonly onCite: (hashes: readonly string[]) => void
}

/** Why two shops are linked: the waterfall, its outcomes, what it stands on, the rivals, what speaks against, innocent explanations. */
export function LinkWhy({ link, others, decisions, numbers, onCite }: LinkWhyProps) {
  const { t } = useTranslation()
  const { ledger } = link
  return (
    <>
      <Waterfall ledger={ledger} numbers={numbers} onCite={onCite} />
      <Outcomes ledger={ledger} />
      <StandsOn ledger={ledger} />
      {ledger.unknown.length > 0 && (
        <p className="m small" style={{ marginTop: 4 }}>
          {t('link.unknown')}: {channelsText(t, ledger.unknown)}
        </p>
      )}
      {ledger.succession !== undefined && <Succession link={link} succession={ledger.succession} />}
      <Against link={link} decisions={decisions} numbers={numbers} onCite={onCite} />
      <Innocent ledger={ledger} />
      {others.length > 0 && (
        <>
          <h2 className="sub">{t('link.otherKinds')}</h2>
          <ul>
            {others.map((other) => (
              <OtherLink key={linkId(other)} link={other} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const ringThreshold = 0.8

/** Without which channels the link would fall below what holds a ring together. */
function StandsOn({ ledger: { standsOn, probability } }: { readonly ledger: Ledger }) {
  const { t } = useTranslation()
  if (probability < ringThreshold) return <p className="tell">{t('link.below')}</p>
  if (standsOn.length === 0) return <p className="tell">{t('link.standsOnNothing')}</p>
  return <p className="tell">{t('link.standsOn', { channels: channelsText(t, standsOn) })}</p>
}

/** How two strangers could come to share each value. */
function Innocent({ ledger }: { readonly ledger: Ledger }) {
  const { t } = useTranslation()
  const explained = ledger.bars.flatMap((bar) => {
    const text = innocentText(t, bar)
    return text === undefined ? [] : [{ channel: bar.channel, text }]
  })
  if (explained.length === 0) return null
  return (
    <>
      <h2 className="sub">{t('link.innocent')}</h2>
      <dl className="facts">
        {explained.map(({ channel, text }) => (
          <Explained key={`${channel} ${text}`} name={t(`channels.${channel}`)} text={text} />
        ))}
      </dl>
    </>
  )
}

function Explained({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="s2">{text}</dd>
    </>
  )
}

function OtherLink({ link }: { readonly link: Link }) {
  const { t } = useTranslation()
  const inScene = useExplorer((state) => state.view.scene.links.has(linkId(link)))
  return (
    <li className="row">
      <button
        type="button"
        className={inScene ? 'cite' : 's2'}
        disabled={!inScene}
        onClick={() => select({ kind: 'link', id: linkId(link) })}
      >
        {linkText(t, link)}
      </button>
      <span className="grow" />
      <b className="num">{probabilityText(link.probability)}</b>
    </li>
  )
}
