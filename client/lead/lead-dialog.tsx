import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { useExplorer } from '../scene/store.ts'

/** What the dialog holds comes when it is first asked for. */
const LeadWays = lazy(async () => ({
  default: (await withTexts(() => import('./lead-ways.tsx'))).LeadWays,
}))

/** Drafts and seals a lead on the ring that is open. */
export function LeadDialog() {
  const { t } = useTranslation()
  const opened = useExplorer((state) => state.dialog === 'lead')
  const scene = useExplorer((state) => state.view.scene)
  const close = () => useExplorer.setState({ dialog: undefined })
  return (
    <Modal
      opened={opened && scene.ring !== undefined}
      onClose={close}
      title={t('shell.buildLead')}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.36 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size={560}
      centered
    >
      {scene.ring !== undefined && (
        <Suspense fallback={<Bones rows={8} />}>
          <LeadWays key={scene.ring.id} ring={scene.ring} onClose={close} />
        </Suspense>
      )}
    </Modal>
  )
}
