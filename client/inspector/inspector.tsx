import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { PastNote } from '../marks/past-note.tsx'
import { usePaths } from '../paths/path-state.ts'
import { PathsBack } from '../paths/paths-back.tsx'
import { useExplorer } from '../scene/store.ts'
import { EdgePanel } from './edge-panel.tsx'
import { ManyPanel } from './many-panel.tsx'
import { NodePanel } from './node-panel.tsx'
import { RingPanel } from './ring-panel.tsx'
import { Welcome } from './welcome.tsx'

/** Comes when ways between two things are first asked for. */
const PathPanel = lazy(async () => ({
  default: (await withTexts(() => import('../paths/path-panel.tsx'))).PathPanel,
}))

/** Comes when a link is first selected. */
const LinkPanel = lazy(async () => ({
  default: (await import('./link-panel.tsx')).LinkPanel,
}))

/** The right pane: what is known of what is selected, or of the ring when nothing is. */
export function Inspector() {
  const { t } = useTranslation()
  return (
    <aside className="inspector" aria-label={t('shell.inspector')}>
      <PathsBack />
      <OfNow />
      <Panel />
    </aside>
  )
}

/** At a past moment of knowledge: that this pane is of now all the same. A thing and ways between two are asked as of the moment and say so themselves. */
function OfNow() {
  const { t } = useTranslation()
  const isOfNow = useExplorer(({ knownAt, selection }) => {
    if (knownAt === undefined) return false
    return selection?.kind !== 'nodes' || 1 < selection.keys.length
  })
  const isPaths = usePaths(({ question }) => question !== undefined)
  const nothing = useExplorer(
    ({ selection, view }) => selection === undefined && (isPaths || view.scene.ring === undefined),
  )
  return isOfNow && !nothing ? (
    <div className="of-now">
      <PastNote>{t('past.link')}</PastNote>
    </div>
  ) : null
}

function Panel() {
  const { t } = useTranslation()
  const selection = useExplorer((state) => state.selection)
  const ring = useExplorer((state) => state.view.scene.ring)
  const question = usePaths((state) => state.question)
  if (question !== undefined && selection === undefined)
    return (
      <Suspense fallback={<Bones rows={6} />}>
        <PathPanel question={question} />
      </Suspense>
    )
  if (selection?.kind === 'link')
    return (
      <Suspense fallback={<Bones rows={6} />}>
        <LinkPanel key={selection.id} id={selection.id} />
      </Suspense>
    )
  if (selection?.kind === 'edge') return <EdgePanel key={selection.id} id={selection.id} />
  const [first, second] = selection?.keys ?? []
  if (selection !== undefined && second !== undefined) return <ManyPanel keys={selection.keys} />
  if (first !== undefined) return <NodePanel key={first} id={first} />
  if (ring !== undefined) {
    return (
      <>
        <Welcome ring={ring} />
        <RingPanel key={ring.id} ring={ring} />
      </>
    )
  }
  return (
    <div className="blank">
      <h2>{t('empty.selectionTitle')}</h2>
      <p>{t('empty.selection')}</p>
    </div>
  )
}
