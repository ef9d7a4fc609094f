import { create } from 'zustand'

/** Whether the choice of a moment of knowledge is open. */
export const useKnownChoice = create<{ readonly open: boolean }>()(() => ({ open: false }))

export function openKnownChoice(): void {
  useKnownChoice.setState({ open: true })
}
