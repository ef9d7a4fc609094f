import { notifications } from '@mantine/notifications'
import { createElement } from 'react'

import { toast } from './toast.ts'
import { UndoNote } from './undo-note.tsx'

/** Says what was done, with a button that takes it back for as long as it is the last thing that was done. */
export function sayUndoable(message: string, step: number): void {
  const id = `step-${step}`
  toast({
    id,
    message: createElement(UndoNote, { message, step, onDone: () => notifications.hide(id) }),
    color: 'gray',
    autoClose: 6_000,
  })
}
