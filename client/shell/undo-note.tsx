import { useTranslation } from 'react-i18next'

import { undoStep } from '../commands/travel.ts'
import { lastStep } from '../scene/history.ts'
import { useExplorer } from '../scene/store.ts'

interface UndoNoteProps {
  readonly message: string
  readonly step: number
  readonly onDone: () => void
}

/** What a step did; the button is there while nothing was done after it. */
export function UndoNote({ message, step, onDone }: UndoNoteProps) {
  const { t } = useTranslation()
  const isLast = useExplorer(({ history }) => lastStep(history)?.id === step)
  return (
    <span className="row">
      <span className="grow">{message}</span>
      {isLast && (
        <button
          type="button"
          className="btn slim"
          onClick={() => {
            onDone()
            void undoStep()
          }}
        >
          {t('walk.undo')} <kbd>Ctrl Z</kbd>
        </button>
      )}
    </span>
  )
}
