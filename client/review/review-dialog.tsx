import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { useExplorer } from '../scene/store.ts'
import { Review } from './review.tsx'
import './review.css'

/** Pairs to decide on with their scores hidden. It covers the whole page, as the panes behind it would give the scores away. */
export function ReviewDialog() {
  const { t } = useTranslation()
  const opened = useExplorer((state) => state.dialog === 'review')
  return (
    <Modal
      opened={opened}
      onClose={() => useExplorer.setState({ dialog: undefined })}
      title={t('review.title')}
      fullScreen
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Review />
    </Modal>
  )
}
