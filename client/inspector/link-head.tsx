import { IconX } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { BegunBy, Link } from '../../server/contract/ring.ts'
import type { Decision } from '../../server/contract/work.ts'
import { probabilityText } from '../../server/picture/probability.ts'
import { linkText } from '../i18n/words.ts'
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
  const { gap, probability } = link.ledger
  const returned = link.kind === 'came_back_as'
  return (
    <div className="head">
      <div className="row">
        <span className="chip">{t('link.kind')}</span>
        <b>{linkText(t, link)}</b>
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
          <Arrow kind={link.kind} />
        </div>
        <End
          id={link.to}
          date={returned ? gap?.opened : undefined}
          word={gap?.begunBy ?? 'opening'}
        />
      </div>
      <div className="verdict">
        <b>{probabilityText(link.probability)}</b>
        <p>
          {checkedText(t, link)}{' '}
          {link.kind !== 'same_controller' && (
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

/** What the one number was checked against; no label tells a common supply from two strangers. */
function checkedText(t: TFunction, { kind, ledger: { calibration } }: Link): string {
  if (kind === 'shares_supply') return t('link.supplyUnchecked')
  return calibration.labels === 0
    ? t('link.notChecked')
    : t('link.checked', { count: calibration.labels })
}

interface EndProps {
  readonly id: string
  readonly date: string | undefined
  readonly word: 'closed' | BegunBy
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

function Arrow({ kind }: { readonly kind: Link['kind'] }) {
  if (kind === 'shares_supply') {
    return (
      <svg width="52" height="8" aria-hidden="true">
        <path
          d="M3 4h46"
          stroke="var(--unknown)"
          strokeWidth="2.6"
          strokeDasharray="0.1 5"
          strokeLinecap="round"
        />
      </svg>
    )
  }
  const returned = kind === 'came_back_as'
  const color = returned ? 'var(--closed)' : 'var(--edge-strong)'
  return (
    <svg width="52" height="8" aria-hidden="true">
      <path d={returned ? 'M0 4h46' : 'M6 4h40'} stroke={color} strokeWidth="2.4" />
      <path d="M45 0l7 4-7 4z" fill={color} />
      {!returned && <path d="M7 0l-7 4 7 4z" fill={color} />}
    </svg>
  )
}
