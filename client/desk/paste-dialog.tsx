import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { useExplorer } from '../scene/store.ts'

/** Comes when a list is first pasted. */
const Paste = lazy(async () => ({
  default: (await withTexts(() => import('./paste.tsx'))).Paste,
}))

/** Looks up a list that somebody pastes: what each line names, and what nobody knows. */
export function PasteDialog() {
  const { t } = useTranslation()
  const opened = useExplorer((state) => state.dialog === 'paste')
  const close = () => useExplorer.setState({ dialog: undefined })
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('cases.paste')}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.36 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size={960}
      centered
    >
      <Suspense fallback={<Bones rows={12} />}>
        <Paste onClose={close} />
      </Suspense>
    </Modal>
  )
}
