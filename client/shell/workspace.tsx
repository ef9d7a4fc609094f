import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { healthQuery } from '../api/queries.ts'
import { PasteDialog } from '../desk/paste-dialog.tsx'
import { TrayDrawer } from '../desk/tray-drawer.tsx'
import { useDeskKeys } from '../desk/use-desk-keys.ts'
import { SubjectMenu } from '../graph/menu.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { LeadDialog } from '../lead/lead-dialog.tsx'
import { FailureNote } from '../marks/failure-note.tsx'
import { Rail } from '../queue/rail.tsx'
import { PrintSheet } from '../readout/print-sheet.tsx'
import { ReviewDialog } from '../review/review-dialog.tsx'
import { useExplorer } from '../scene/store.ts'
import { Center } from './center.tsx'
import { NoData } from './empty.tsx'
import { FootBar } from './foot-bar.tsx'
import { KeySheet } from './key-sheet.tsx'
import { PageLayer } from './page-layer.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { usePageAddress } from './use-page.ts'
import { useProbe } from './use-probe.ts'
import { useUrl } from './use-url.ts'

/** The one page: bars, rail, picture with its timeline, inspector. */
export function Workspace() {
  const health = useQuery(healthQuery)
  const seen = useExplorer((state) => state.seen)
  useEffect(() => {
    if (health.data !== undefined && useExplorer.getState().seen === undefined) {
      useExplorer.setState({ seen: health.data })
    }
  }, [health.data])
  useUrl(seen !== undefined)
  const page = usePageAddress()
  useKeys()
  useDeskKeys()
  useProbe()
  return (
    <div className="app">
      <TopBar />
      <div className="main" inert={page !== undefined}>
        <Rail />
        <Middle
          {...(health.error !== null && seen === undefined && { error: health.error })}
          retry={() => void health.refetch()}
        />
        <Inspector />
      </div>
      <PageLayer page={page} />
      <FootBar />
      <LeadDialog />
      <KeySheet />
      <TrayDrawer />
      <PasteDialog />
      <ReviewDialog />
      <SubjectMenu />
      <PrintSheet />
    </div>
  )
}

interface MiddleProps {
  readonly error?: unknown
  readonly retry: () => void
}

function Middle({ error, retry }: MiddleProps) {
  const empty = useExplorer(({ seen }) => seen !== undefined && seen.records === 0)
  if (error !== undefined) {
    return (
      <main className="center">
        <FailureNote error={error} onRetry={retry} />
      </main>
    )
  }
  return empty ? <NoData /> : <Center />
}
