import { Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { withTexts } from '../i18n/i18n.ts'
import { Bones } from '../marks/bones.tsx'
import { useExplorer } from '../scene/store.ts'

/** Comes when pairs are first reviewed. */
const Review = lazy(async () => ({
  default: (await withTexts(() => import('./review.tsx'))).Review,
}))

/** Pairs to decide on with their scores hidden. It covers the whole page, as the panes behind it would give the scores away. */
export function ReviewDialog() {
  const { t } = useTranslation()
  const opened = useExplorer((state) => state.dialog === 'review')
  return (
    <Modal
      opened={opened}
      onClose={() => useExplorer.setState({ dialog: undefined })}
      title={t('cases.review')}
      fullScreen
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ title: 'dialog-title', header: 'dialog-head' }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Suspense fallback={<Bones rows={12} />}>
        <Review />
      </Suspense>
    </Modal>
  )
}
