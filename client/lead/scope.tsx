import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import type { RingAnswer } from '../../server/contract/ring.ts'
import { type ScopeAnswer, sealingRoutes } from '../../server/contract/sealing-routes.ts'
import { callRoute } from '../api/call.ts'
import { thingsNamed } from '../desk/subject.ts'
import { useTray } from '../desk/tray.ts'
import { Bones } from '../marks/bones.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { referenceText } from '../scene/format.ts'

/** Shops of a ring that lie in the tray, in the order of the ring; of a link in the tray both ends. */
export function useTrayShops({ members }: RingAnswer['ring']): readonly string[] {
  const things = new Set(thingsNamed(useTray()))
  return members.map(({ shop }) => shop).filter((shop) => things.has(shop))
}

interface ScopeProps {
  readonly ring: RingAnswer['ring']
  /** Shops of the ring in the tray. */
  readonly shops: readonly string[]
  readonly narrow: boolean
  readonly onNarrow: (narrow: boolean) => void
}

/** The whole ring or its shops in the tray; of these, what is left out and what the lead cannot show without it. Nothing where the tray has none of its shops, or all. */
export function Scope({ ring, shops, narrow, onNarrow }: ScopeProps) {
  const { t } = useTranslation()
  if (shops.length === 0 || shops.length === ring.members.length) return null
  return (
    <section aria-label={t('scope.title')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that this row has no use for. */}
      <div role="group" aria-label={t('scope.title')}>
        <div className="seg">
          {[false, true].map((own) => (
            <button
              key={String(own)}
              type="button"
              aria-pressed={own === narrow}
              onClick={() => onNarrow(own)}
            >
              {own
                ? t('scope.tray', { count: shops.length })
                : t('scope.whole', { count: ring.members.length })}
            </button>
          ))}
        </div>
      </div>
      {narrow && <Preview ring={ring.id} shops={shops} />}
    </section>
  )
}

function Preview({ ring, shops }: { readonly ring: string; readonly shops: readonly string[] }) {
  const answer = useQuery({
    queryKey: ['lead-scope', ring, shops],
    queryFn: ({ signal }) =>
      callRoute(sealingRoutes.leadScope, {
        params: { id: ring },
        body: { shops: [...shops] },
        signal,
      }),
  })
  if (answer.error !== null)
    return <FailureNote error={answer.error} onRetry={() => void answer.refetch()} />
  if (answer.data === undefined) return <Bones rows={2} />
  return <Told preview={answer.data} />
}

function Told({ preview }: { readonly preview: ScopeAnswer }) {
  const { t } = useTranslation()
  const { chosen, leftOut, lost, targets, shared, names } = preview
  const inTray = thingsNamed(useTray()).filter((key) => key.startsWith('shop:'))
  const elsewhere = inTray.length - chosen.length
  const nameOf = (key: string) => `${names[key] ?? referenceText(key)} (${referenceText(key)})`
  const listed = (keys: readonly string[]) => keys.map(nameOf).join(t('shell.comma'))
  return (
    <div className="scope-told">
      <p>{t('scope.leaves', { shops: listed(chosen) })}</p>
      <p>{t('scope.leftOut', { shops: listed(leftOut) })}</p>
      <ul className="scope-lost">
        {lost.map(({ shop, to, through }) => (
          <li key={shop} className="warn small">
            {t('scope.lost', { shop: nameOf(shop), to: nameOf(to), count: through })}
          </li>
        ))}
      </ul>
      {0 < targets && <p className="warn small">{t('scope.targets', { count: targets })}</p>}
      {shared && <p className="m small">{t('scope.shared')}</p>}
      <p className="m small">{t('scope.note')}</p>
      {0 < elsewhere && <p className="m small">{t('scope.elsewhere', { count: elsewhere })}</p>}
    </div>
  )
}
