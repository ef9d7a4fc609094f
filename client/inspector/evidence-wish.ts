import { useEffect } from 'react'
import { create } from 'zustand'

import type { Selection } from '../scene/scene.ts'
import { select } from '../scene/store.ts'

/** What the inspector is asked to show the evidence of; a wish is granted once. */
const useWish = create<{ readonly of: string | undefined }>()(() => ({ of: undefined }))

/** Selects a thing or a tie and shows the records that say so, instead of what the inspector starts with. */
export function openEvidence(subject: {
  readonly of: 'node' | 'link' | 'edge'
  readonly id: string
}): void {
  const { of: kind, id } = subject
  const selection: Selection = kind === 'node' ? { kind: 'nodes', keys: [id] } : { kind, id }
  useWish.setState({ of: id })
  select(selection)
}

/** Grants the wish in the panel of what it was of, whether that opens for it or is open already. */
export function useEvidenceWish(id: string, grant: () => void): void {
  const wished = useWish(({ of }) => of === id)
  useEffect(() => {
    if (!wished) return
    grant()
    useWish.setState({ of: undefined })
  }, [wished, grant])
}
