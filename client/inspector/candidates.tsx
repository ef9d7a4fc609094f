import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { commit, discard, expandBudget, stageNext, tick } from '../commands/expand.ts'
import { KindDot } from '../marks/kind-dot.tsx'
import { useLabel } from '../marks/name.tsx'
import { type Staged, useExplorer } from '../scene/store.ts'

/** Neighbors that were too many to draw: said how many are left out, unticked, and not in the picture until committed. */
export function Candidates({ staged }: { readonly staged: Staged }) {
  const { t } = useTranslation()
  const { items, total, next, ticked } = staged
  const left = total - items.length
  const all = ticked.size === items.length
  return (
    <section aria-label={t('node.staged')}>
      <h2 className="sub">{t('node.staged')}</h2>
      <p className="m small" style={{ marginBottom: 6 }}>
        {t('node.stagedNote')}
      </p>
      {left > 0 && (
        <p className="notice">
          <IconAlertTriangle className="i" size={14} stroke={1.75} aria-hidden="true" />
          {t('node.showing', { shown: items.length, total, left })}
        </p>
      )}
      <p className="row" style={{ margin: '6px 0' }}>
        <button
          type="button"
          className="btn slim"
          onClick={() => tick(staged, all ? new Set() : new Set(items.map(({ node }) => node.key)))}
        >
          {all ? t('node.tickNone') : t('node.tickAll', { count: items.length })}
        </button>
        {next !== undefined && (
          <button type="button" className="btn slim" onClick={() => void stageNext(staged)}>
            {t('node.next', { count: Math.min(left, expandBudget) })}
          </button>
        )}
      </p>
      <ul className="lines">
        {items.map(({ node }) => (
          <Candidate key={node.key} staged={staged} node={node} />
        ))}
      </ul>
      <div className="row" style={{ marginTop: 8 }}>
        <button
          type="button"
          className="btn primary grow"
          disabled={ticked.size === 0}
          title={ticked.size === 0 ? t('node.commitNone') : undefined}
          onClick={() => commit(staged)}
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

interface CandidateProps {
  readonly staged: Staged
  readonly node: Staged['items'][number]['node']
}

function Candidate({ staged, node }: CandidateProps) {
  const { t } = useTranslation()
  const { name, detail } = useLabel()(node)
  const inScene = useExplorer((state) => state.view.scene.nodes.has(node.key))
  const toggle = () => {
    const ticked = new Set(staged.ticked)
    if (!ticked.delete(node.key)) ticked.add(node.key)
    tick(staged, ticked)
  }
  return (
    <li>
      <label className="row">
        <input
          type="checkbox"
          className="check"
          checked={staged.ticked.has(node.key)}
          onChange={toggle}
        />
        <KindDot kind={node.kind} properties={node.properties} />
        <span className="clip">{name}</span>
        <span className="s2 clip">{detail}</span>
        <span className="grow" />
        {inScene && <span className="m nowrap">{t('node.inScene')}</span>}
      </label>
    </li>
  )
}
