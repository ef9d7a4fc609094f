import { useEffect } from 'react'

import type { Picture } from '../../server/picture/shape.ts'
import { words } from '../../server/picture/words.ts'
import { noteShownPicture } from '../readout/shown-picture.ts'
import type { Drawing } from './drawing.ts'
import { drawingShapes } from './drawing-shapes.ts'
import { emphasisOf } from './emphasis.ts'
import { withGhosts } from './ghosts.ts'
import type { CanvasProps } from './props.ts'

/** The canvas as it is drawn now, for those who read it out: every place as it is, whatever the camera shows of it. */
export function useReadOut(props: CanvasProps, drawing: Drawing | undefined): void {
  useEffect(
    () =>
      noteShownPicture('canvas', () => {
        if (drawing === undefined) return undefined
        const { scene, layout, language, selection, standing } = props
        const emphasis = emphasisOf(scene, selection, standing.outside)
        const kindOf = (key: string) => scene.nodes.get(key)?.kind
        const isFaint = (id: string) => emphasis({ of: 'node', id }) === 'dim'
        const text = words[language]
        const name = scene.ring?.name ?? text.untitled
        return {
          title: layout === 'lanes' ? text.lanesTitle(name) : text.networkTitle(name),
          ...drawingShapes(drawing, kindOf, isFaint),
          notes: drawing.notes,
          signs: [],
        }
      }),
    [props, drawing],
  )
}

/** The same for a picture that is drawn whole, as without WebGL. */
export function usePictureReadOut(
  { scene, selection, standing }: CanvasProps,
  picture: Picture,
): void {
  useEffect(
    () =>
      noteShownPicture('canvas', () => {
        const emphasis = emphasisOf(scene, selection, standing.outside)
        const shapes = withGhosts(picture.shapes, standing.unborn).map((shape) =>
          shape.subject !== undefined && emphasis(shape.subject) === 'dim'
            ? { ...shape, ghost: true }
            : shape,
        )
        const { title, width: right, height: bottom } = picture
        // The picture says itself what it leaves out.
        return { title, shapes, box: { left: 0, top: 0, right, bottom }, notes: [], signs: [] }
      }),
    [scene, selection, standing, picture],
  )
}
