import { create } from 'zustand'

import { openPage } from '../shell/page.ts'

/** What somebody wants forgotten: a node or a record by its name, or what no longer counts of a dataset. */
export type Asked = { readonly name: string } | { readonly dataset: string }

interface ForgetState {
  /** What is looked at; never in the address, which would keep it. */
  readonly asked: Asked | undefined
}

export const useForget = create<ForgetState>()(() => ({ asked: undefined }))

/** Opens the page of forgetting with what would be erased. */
export function openForget(asked: Asked): void {
  useForget.setState({ asked })
  openPage('forget')
}
