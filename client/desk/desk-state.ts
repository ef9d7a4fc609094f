import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export interface DeskState {
  /** The case that is being worked on. */
  readonly caseId: string | undefined
  /** Ids of things and links that were laid aside while no case was open. */
  readonly tray: readonly string[]
  readonly trayOpen: boolean
}

/** What lies on the desk of this browser: ids alone, so that no name and no value of the data is kept here. */
export const useDesk = create<DeskState>()(
  persist((): DeskState => ({ caseId: undefined, tray: [], trayOpen: false }), {
    name: 'revenant-desk',
    partialize: ({ caseId, tray }) => ({ caseId, tray }),
  }),
)
