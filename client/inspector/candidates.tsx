import './candidates.css'

import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { commit, discard, expandBudget, stageNext, tick } from '../commands/expand.ts'
import { pastText } from '../marks/past-text.ts'
import { stagedScene } from '../scene/staged-scene.ts'
import { type Staged, useExplorer } from '../scene/store.ts'
import { CandidateRow } from './candidate-row.tsx'

/**
 * Neighbors that were too many to draw: those that share another channel with the picture first, all unticked, said how many
 * are left out, and not in the picture until committed.
 */
export function Candidates({ staged }: { readonly staged: Staged }) {
  const { t } = useTranslation()
  const { items, total, ticked } = staged
  const left = total - items.length
  const all = ticked.size === items.length
  const nodes = useExplorer((state) => state.view.scene.nodes)
  const present = items.filter(({ node }) => nodes.has(node.key))
  const fresh = items.filter(({ node }) => !nodes.has(node.key))
  const sharing = fresh.filter((item) => sharesMore(item))
  const others = fresh.filter((item) => !sharesMore(item))
  return (
    <section className="candidates" aria-label={t('node.staged')}>
      <h2 className="sub">{t('node.staged')}</h2>
      <Where staged={staged} />
      {0 < left && (
        <p className="notice">
          <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('node.showing', { shown: items.length, total, left })}
        </p>
      )}
      <p className="row candidates-tick">
        <button
          type="button"
          className="btn slim"
          onClick={() => tick(staged, all ? new Set() : new Set(items.map(({ node }) => node.key)))}
        >
          {all ? t('node.tickNone') : t('node.tickAll', { count: items.length })}
        </button>
        {0 < left && (
          <button type="button" className="btn slim" onClick={() => void stageNext(staged)}>
            {t('node.next', { count: Math.min(left, expandBudget) })}
          </button>
        )}
      </p>
      <Group staged={staged} items={sharing} title={t('candidates.sharing')} />
      {sharing.length === 0 && <p className="m small">{t('candidates.sharingNone')}</p>}
      <Group staged={staged} items={others} title={t('candidates.hubOnly')} />
      <Group staged={staged} items={present} title={t('candidates.present')} />
      <div className="row candidates-end">
        <button
          type="button"
          className="btn primary grow"
          disabled={ticked.size === 0}
          title={ticked.size === 0 ? t('node.commitNone') : undefined}
          onClick={() => void commit(staged)}
        >
          {t('node.commit', { count: ticked.size })}
        </button>
        <button type="button" className="btn" onClick={discard}>
          {t('node.discard')}
        </button>
      </div>
    </section>
  )
}

function sharesMore({ link, shares }: Staged['items'][number]): boolean {
  return link !== undefined || shares.some(({ generic }) => !generic)
}

/** Where they are drawn, and how much of them was compared with how much of the picture. */
function Where({ staged }: { readonly staged: Staged }) {
  const { t } = useTranslation()
  const { scene, layout } = useExplorer((state) => state.view)
  const { items, total, compared, pictured } = staged
  const drawn = stagedScene(scene, layout, staged).candidates?.size
  return (
    <p className="m small">
      {drawn === undefined
        ? t('candidates.hollowElsewhere')
        : t('candidates.hollow', { drawn, staged: items.length })}
      {staged.past !== undefined && ` ${t('past.staged', { when: pastText(t, staged.past) })}`}
      {compared < total && ` ${t('candidates.examined', { count: compared })}`}
      {pictured.sent < pictured.all &&
        ` ${t('candidates.compared', { count: pictured.sent, total: pictured.all })}`}
    </p>
  )
}

interface GroupProps {
  readonly staged: Staged
  readonly items: Staged['items']
  readonly title: string
}

function Group({ staged, items, title }: GroupProps) {
  if (items.length === 0) return null
  return (
    <>
      <h3 className="sub">
        {title} <span className="m">{items.length}</span>
      </h3>
      <ul className="lines">
        {items.map((item) => (
          <CandidateRow key={item.node.key} staged={staged} item={item} />
        ))}
      </ul>
    </>
  )
}
