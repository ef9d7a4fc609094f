import { type KeyboardEvent, useMemo, useRef } from 'react'

import { networkPicture } from '../../server/picture/network.ts'
import type { Picture, Shape } from '../../server/picture/shape.ts'
import { darkTheme, lightTheme } from '../../server/picture/theme.ts'
import { words } from '../../server/picture/words.ts'
import { describe } from './describe.ts'
import { emphasisOf } from './emphasis.ts'
import { withGhosts } from './ghosts.ts'
import { lanesOf } from './lanes.ts'
import { asksMenu, besideOf } from './menu-key.ts'
import type { CanvasProps } from './props.ts'
import { scenePicture } from './scene-picture.ts'
import { PlainStrip } from './select-tools-strip.tsx'
import { selected } from './selecting.ts'
import { ShapeElement } from './shape-element.tsx'
import type { Size } from './size.ts'
import { usePictureReadOut } from './use-read-out.ts'
import { useSize } from './use-size.ts'
import { graphWords } from './words.ts'

/** The same picture without WebGL: an SVG whose nodes and links can be clicked and reached by keyboard. */
export function PlainCanvas(props: CanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const size = useSize(host)
  const text = graphWords[props.language]
  return (
    <div className="graph-canvas">
      <p className="graph-notice" role="note">
        {text.noWebgl}
      </p>
      <div ref={host} className="graph-host graph-scroll">
        {size && <PlainPicture {...props} size={size} />}
      </div>
      <PlainStrip />
    </div>
  )
}

function PlainPicture({ size, ...props }: CanvasProps & { readonly size: Size }) {
  const { scene, selection, theme, standing } = props
  const picture = usePicture(props, size)
  usePictureReadOut(props, picture)
  const colors = theme === 'dark' ? darkTheme : lightTheme
  const emphasis = emphasisOf(scene, selection, standing.outside)
  const opacity = { none: 1, dim: 0.3, strong: 1 }
  return (
    <svg
      className="graph-plain"
      width={picture.width}
      height={picture.height}
      onPointerDown={() => props.onSelect(undefined)}
    >
      <title>{`${picture.title}, ${picture.date}`}</title>
      {withGhosts(picture.shapes, standing.unborn).map((shape, index) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is replaced whole, and its shapes have no other name.
          key={index}
          opacity={shape.subject === undefined ? 1 : opacity[emphasis(shape.subject)]}
          {...interaction(shape, props)}
        >
          <ShapeElement shape={shape} theme={colors} />
        </g>
      ))}
    </svg>
  )
}

function usePicture({ scene, layout, asOf, language, held }: CanvasProps, size: Size): Picture {
  return useMemo(() => {
    if (layout === 'lanes') return lanesOf({ scene, asOf, language, held }, size, asOf)
    return networkPicture(scenePicture(scene), { ...size, asOf, words: words[language] })
  }, [scene, layout, asOf, language, held, size])
}

function interaction(shape: Shape, props: CanvasProps) {
  const { subject } = shape
  if (subject === undefined) return {}
  const select = (add: boolean) => props.onSelect(selected(props.selection, subject, add))
  const common = {
    onPointerDown: (event: React.PointerEvent) => {
      event.stopPropagation()
      select(event.ctrlKey || event.metaKey || event.shiftKey)
    },
    onContextMenu: (event: React.MouseEvent) => {
      event.preventDefault()
      props.onMenu(subject, { x: event.clientX, y: event.clientY })
    },
    style: { cursor: 'pointer' },
  }
  const reachable = shape.shape === 'node' || (shape.shape === 'rect' && shape.style === 'tag')
  if (!reachable) return common
  return {
    ...common,
    role: 'button',
    tabIndex: 0,
    'aria-label': describe(subject, props),
    onDoubleClick: () => subject.of === 'node' && props.onExpand(subject.id),
    onKeyDown: (event: KeyboardEvent) => {
      if (asksMenu(event)) {
        event.preventDefault()
        props.onMenu(subject, besideOf(event.currentTarget))
        return
      }
      if (event.key !== 'Enter') return
      event.preventDefault()
      if (event.shiftKey && subject.of === 'node') props.onExpand(subject.id)
      else select(false)
    },
  }
}
