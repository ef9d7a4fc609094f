import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { useExplorer } from '../scene/store.ts'

/** Comes when it is first asked for. */
const KeyList = lazy(async () => ({
  default: (await withTexts(() => import('./key-list.tsx'))).KeyList,
}))

/** The list of keys. */
export function KeySheet() {
  const { t } = useTranslation()
  const opened = useExplorer((state) => state.dialog === 'keys')
  return (
    <Modal
      opened={opened}
      onClose={() => useExplorer.setState({ dialog: undefined })}
      title={t('shell.help')}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.36 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size={460}
      centered
    >
      <Suspense fallback={<Bones rows={12} />}>
        <KeyList />
      </Suspense>
    </Modal>
  )
}
