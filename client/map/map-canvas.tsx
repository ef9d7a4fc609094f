import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { mapPicture } from '../../server/picture/map.ts'
import type { MapView } from '../../server/picture/map-land.ts'
import type { Mark } from '../../server/picture/map-marks.ts'
import { fitView, zoomView } from '../../server/picture/map-view.ts'
import type { Box } from '../../server/picture/placement.ts'
import type { Subject } from '../../server/picture/shape.ts'
import { Controls } from '../graph/controls.tsx'
import { withGhosts } from '../graph/ghosts.ts'
import { selected } from '../graph/selecting.ts'
import type { Size } from '../graph/size.ts'
import { useSize } from '../graph/use-size.ts'
import { graphWords } from '../graph/words.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { noteShownPicture } from '../readout/shown-picture.ts'
import { select, useExplorer } from '../scene/store.ts'
import { useStanding } from '../scene/use-standing.ts'
import { MapLegend, useSigns } from './map-legend.tsx'
import { MapShapes } from './map-shapes.tsx'
import { useMapState } from './map-state.ts'
import { MapWalker } from './map-walker.tsx'
import { selectedSites } from './selected-sites.ts'
import { useGestures } from './use-gestures.ts'
import type { MapModel } from './use-map.ts'

/** Land, lines and marks; what is not on it is said below. */
export function MapCanvas({ model }: { readonly model: MapModel }) {
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  return (
    <div ref={host} className="map-canvas">
      {size && <Sized key={model.scene.ring?.id} model={model} size={size} />}
    </div>
  )
}

const zoomStep = 1.6

function Sized({ model, size }: { readonly model: MapModel; readonly size: Size }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const selection = useExplorer((state) => state.selection)
  const sizeBy = useMapState((state) => state.sizeBy)
  const [focused, setFocused] = useState<string>()
  const { input, asOf, scene } = model
  const { view, move, fit } = useView(model, size)
  const standing = useStanding(scene)
  const faint = useMemo(() => new Set([...standing.outside, ...standing.unborn]), [standing])
  const chosen = useMemo(() => selectedSites(scene, selection), [scene, selection])
  const picture = useMemo(
    () =>
      mapPicture(input, {
        ...size,
        ...{ view, asOf, language, sizeBy },
        selected: chosen,
        faint,
        unborn: standing.unborn,
        covered: coveredIn(size),
      }),
    [input, size, view, asOf, language, sizeBy, chosen, faint, standing],
  )
  const signs = useSigns(input)
  useEffect(
    () =>
      noteShownPicture('map', () => {
        const { title, notes, width: right, height: bottom } = picture
        const shapes = withGhosts(picture.shapes, faint)
        return { title, shapes, box: { left: 0, top: 0, right, bottom }, notes, signs }
      }),
    [picture, faint, signs],
  )
  const svg = useRef<SVGSVGElement>(null)
  const gestures = useGestures(svg, size, move)
  const zoom = (factor: number, at = { x: size.width / 2, y: size.height / 2 }) =>
    move((before) => zoomView(before, size, { factor, ...at }))
  const open = (mark: Mark, add: boolean) => {
    if (1 < mark.sites.length) return zoom(2.5, mark)
    const subject: Subject = { of: 'node', id: mark.key }
    select(selected(useExplorer.getState().selection, subject, add))
  }
  return (
    <>
      <svg
        ref={svg}
        className="map-picture"
        width={size.width}
        height={size.height}
        role="img"
        aria-label={`${picture.title}, ${picture.date}`}
        {...gestures}
      >
        <MapShapes picture={picture} focused={focused} standing={standing} onOpen={open} />
      </svg>
      <MapWalker
        marks={picture.marks}
        input={input}
        focused={focused}
        selected={chosen}
        onFocus={setFocused}
        onOpen={(mark) => open(mark, false)}
        onZoom={(factor) => zoom(factor)}
      />
      <MapLegend hops={input.traffic.hops} signs={signs} />
      <Controls
        text={graphWords[language]}
        onZoom={(factor) => zoom(0 < Math.log(factor) ? zoomStep : 1 / zoomStep)}
        onFit={fit}
      />
      {input.sites.sites.length === 0 && <p className="map-empty">{t('map.nothing')}</p>}
      {0 < picture.notes.length && (
        <p className="map-notes" title={picture.notes.join(' ')}>
          {picture.notes.join(' ')}
        </p>
      )}
    </>
  )
}

/** The view fits all sites until somebody moves it; nothing moves it but a hand. */
function useView({ input }: MapModel, size: Size) {
  const { sites } = input.sites
  const [moved, setMoved] = useState<MapView>()
  const first = useRef<MapView>(undefined)
  const fitted = useMemo(() => fitView(sites, size), [sites, size])
  first.current = fitted
  return {
    view: moved ?? fitted,
    move: (change: (before: MapView) => MapView) =>
      setMoved((before) => change(before ?? first.current ?? fitted)),
    fit: () => setMoved(undefined),
  }
}

/** Where the legend and the buttons lie, so that no name is put under them. */
function coveredIn({ width, height }: Size): readonly Box[] {
  return [
    { left: 0, top: 0, right: Math.min(308, width - 156), bottom: 74 },
    { left: 0, top: height - 40, right: width - 108, bottom: height - 20 },
    { left: width - 108, top: height - 44, right: width, bottom: height },
  ]
}
