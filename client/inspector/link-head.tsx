import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { IconButton } from '../marks/icon-button.tsx'
import { useLabel } from '../marks/name.tsx'
import { referenceText } from '../scene/format.ts'
import { select, useExplorer } from '../scene/store.ts'
import { statusOf } from './pair.ts'

interface LinkHeadProps {
  readonly link: Link
  readonly decisions: readonly Decision[]
}

/** Both ends, the one number with what it was checked against, and what people decided. */
export function LinkHead({ link, decisions }: LinkHeadProps) {
  const { t } = useTranslation()
  const status = statusOf(decisions)
  const { gap, calibration, probability } = link.ledger
  const returned = link.kind === 'came_back_as'
  return (
    <div className="head">
      <div className="row">
        <span className="chip">{t('link.kind')}</span>
        <b>{t(`linkKinds.${link.kind}`)}</b>
        <span className="grow" />
        <span className="chip line">
          {status === undefined ? t('link.notDecided') : statusText(status)}
        </span>
        <IconButton icon={IconX} slim label={t('shell.close')} onClick={() => select(undefined)} />
      </div>
      <div className="ends">
        <End id={link.from} date={returned ? gap?.closed : undefined} word="closed" />
        <div className="gap">
          {link.gapDays !== undefined && <span>{t('link.days', { count: link.gapDays })}</span>}
          <Arrow returned={returned} />
        </div>
        <End id={link.to} date={returned ? gap?.opened : undefined} word="opened" />
      </div>
      <div className="verdict">
        <b>{probabilityText(link.probability)}</b>
        <p>
          {calibration.labels === 0
            ? t('link.notChecked')
            : t('link.checked', { count: calibration.labels })}{' '}
          {returned && (
            <span className="m">
              {t('link.alsoController', { probability: probabilityText(probability) })}
            </span>
          )}
        </p>
      </div>
    </div>
  )

  function statusText(code: NonNullable<typeof status>): string {
    return code === 'disagree' ? t('decide.disagree') : t(`decide.status${code}`)
  }
}

interface EndProps {
  readonly id: string
  readonly date: string | undefined
  readonly word: 'closed' | 'opened'
}

function End({ id, date, word }: EndProps) {
  const { t } = useTranslation()
  const label = useLabel()
  const node = useExplorer((state) => state.view.scene.nodes.get(id))
  return (
    <div className="end">
      <button
        type="button"
        className="clip"
        style={{ maxWidth: '100%' }}
        disabled={node === undefined}
        onClick={() => select({ kind: 'nodes', keys: [id] })}
      >
        <b>{node === undefined ? referenceText(id) : label(node).name}</b>
      </button>
      <span className="m clip" style={{ maxWidth: '100%' }}>
        {referenceText(id)}
      </span>
      {date !== undefined && (
        <span className={word === 'closed' ? 'bad' : ''}>
          {word === 'closed' && <IconX className="i" size={12} stroke={2} aria-hidden="true" />}{' '}
          {t(`link.${word}`)} {date}
        </span>
      )}
    </div>
  )
}

function Arrow({ returned }: { readonly returned: boolean }) {
  const color = returned ? 'var(--closed)' : 'var(--edge-strong)'
  return (
    <svg width="52" height="8" aria-hidden="true">
      <path d={returned ? 'M0 4h46' : 'M6 4h40'} stroke={color} strokeWidth="2.4" />
      <path d="M45 0l7 4-7 4z" fill={color} />
      {!returned && <path d="M7 0l-7 4 7 4z" fill={color} />}
    </svg>
  )
}
