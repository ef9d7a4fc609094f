import { useTranslation } from 'react-i18next'

import type { RingAnswer } from '../../server/contract/ring.ts'

interface LeavesProps {
  readonly ring: RingAnswer['ring']
  readonly answer: RingAnswer | undefined
  /** Those of its shops that the lead is about; all of them when absent. */
  readonly shops: readonly string[] | undefined
}

/** What a lead on the ring will hold, by count. */
export function Leaves({ ring, answer, shops }: LeavesProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="sub">{t('lead.leaves')}</h2>
      <dl className="leaves">
        <dt>{t('lead.ring')}</dt>
        <dd className="num">{ring.name}</dd>
        <dt>{t('lead.shops')}</dt>
        <dd className="num">
          {shops === undefined
            ? ring.size
            : t('scope.shopsOf', { own: shops.length, all: ring.size })}
        </dd>
        {answer !== undefined && shops === undefined && <Contents answer={answer} />}
      </dl>
    </section>
  )
}

function Contents({ answer }: { readonly answer: RingAnswer }) {
  const { t } = useTranslation()
  const { ring, nodes, edges, links, attributions, events } = answer
  const members = new Set(ring.members.map(({ shop }) => shop))
  const within = links.filter(({ from, to }) => members.has(from) && members.has(to))
  const things = nodes.filter(({ kind }) => kind !== 'Shop')
  const records = new Set([...nodes, ...edges].flatMap((cited) => cited.records))
  return (
    <>
      <dt>{t('lead.links')}</dt>
      <dd className="num">{within.length}</dd>
      <dt>{t('lead.factories')}</dt>
      <dd className="num">{attributions.length}</dd>
      <dt>{t('lead.things')}</dt>
      <dd className="num">{things.length}</dd>
      <dt>{t('lead.events')}</dt>
      <dd className="num">{events.length}</dd>
      <dt>{t('lead.records')}</dt>
      <dd className="num">{records.size}</dd>
    </>
  )
}
