import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useExplorer } from '../scene/store.ts'
import { LeadForm } from './lead-form.tsx'

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
      title={t('lead.title')}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.36 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size={520}
      centered
    >
      {scene.ring !== undefined && (
        <LeadForm key={scene.ring.id} ring={scene.ring} onClose={close} />
      )}
    </Modal>
  )
}
