import './map.css'
import './split.css'

import { FailureNote } from '../marks/failure-note.tsx'
import { ColumnsView } from './columns-view.tsx'
import { FactoryTable } from './factory-table.tsx'
import { MapBar } from './map-bar.tsx'
import { MapCanvas } from './map-canvas.tsx'
import { useMap } from './use-map.ts'

/** The map alone, or beside the columns with the table of factories below. */
export function MapStage({ split }: { readonly split: boolean }) {
  const model = useMap()
  if (model.error !== null) {
    return (
      <div className="map-stage">
        <FailureNote error={model.error} onRetry={model.retry} />
      </div>
    )
  }
  if (!split) {
    return (
      <div className="map-stage" aria-busy={model.loading}>
        <MapCanvas model={model} />
        <MapBar model={model} />
      </div>
    )
  }
  return (
    <div className="split-stage" aria-busy={model.loading}>
      <div className="split-top">
        <MapCanvas model={model} />
        <ColumnsView model={model} />
      </div>
      <MapBar model={model} />
      <FactoryTable model={model} />
    </div>
  )
}
