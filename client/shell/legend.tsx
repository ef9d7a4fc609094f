import { useTranslation } from 'react-i18next'

import { useHeldUntil } from '../desk/holds.ts'
import { useExplorer } from '../scene/store.ts'

/** What the marks of the picture mean. */
export function Legend() {
  const { t } = useTranslation()
  const { links, nodes } = useExplorer((state) => state.view.scene)
  const held = useHeldUntil()
  // By the scene alone, so that choosing a link never moves the picture above it.
  const hasSupply = [...links.values()].some(
    ({ kind, from, to }) => kind === 'shares_supply' && nodes.has(from) && nodes.has(to),
  )
  return (
    <ul className="legend" aria-label={t('shell.legend')}>
      <li>
        <svg width="28" height="10" aria-hidden="true">
          <rect width="28" height="10" rx="3" fill="var(--shop)" />
        </svg>
        {t('shell.legendOpen')}
      </li>
      <li>
        <svg width="28" height="12" aria-hidden="true">
          <rect
            x="0.5"
            y="1"
            width="22"
            height="10"
            rx="3"
            fill="var(--shop)"
            fillOpacity=".16"
            stroke="var(--shop)"
            strokeOpacity=".55"
          />
          <path d="M20 3l5 5m0-5l-5 5" stroke="var(--closed)" strokeWidth="1.8" />
        </svg>
        {t('shell.legendClosed')}
      </li>
      <li>
        <svg width="28" height="12" aria-hidden="true">
          <path d="M1 2C10 1 12 11 26 10" fill="none" stroke="var(--closed)" strokeWidth="2.4" />
        </svg>
        {t('shell.legendCameBack')}
      </li>
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <path d="M0 2h28" stroke="var(--account)" strokeWidth="2" />
        </svg>
        {t('shell.legendOnlyJoin')}
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <path d="M5 0l5 5-5 5-5-5z" fill="var(--closed)" />
        </svg>
        {t('shell.legendTestBuy')}
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <path d="M5 1l5 8h-10z" fill="var(--warn)" />
        </svg>
        {t('shell.legendComplaint')}
      </li>
      {[...nodes.keys()].some((key) => held.has(key)) && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <circle cx="7" cy="7" r="6" fill="none" stroke="var(--warn)" strokeWidth="1.8" />
            <path d="M5.2 4.4v5.2m3.6 -5.2v5.2" stroke="var(--warn)" strokeWidth="1.8" />
          </svg>
          {t('hold.legend')}
        </li>
      )}
      {hasSupply && (
        <li>
          <svg width="28" height="4" aria-hidden="true">
            <path
              d="M2 2h25"
              stroke="var(--unknown)"
              strokeWidth="2.6"
              strokeDasharray="0.1 5"
              strokeLinecap="round"
            />
          </svg>
          {t('shell.legendSupply')}
        </li>
      )}
      <li>
        <svg width="28" height="4" aria-hidden="true">
          <path d="M0 2h28" stroke="var(--edge)" strokeWidth="1.4" strokeDasharray="1 3" />
        </svg>
        {t('shell.legendShared')}
      </li>
    </ul>
  )
}
