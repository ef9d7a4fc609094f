import { create } from 'zustand'

import type { Wanted } from './save-picture.ts'

interface ShareState {
  readonly open: boolean
  /** Of saved pictures: as the page has them, or light for print. */
  readonly colors: Wanted['colors']
}

export const useShare = create<ShareState>()(() => ({ open: false, colors: 'page' }))

export function openShare(): void {
  useShare.setState({ open: true })
}
