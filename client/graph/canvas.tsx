import './graph.css'

import { useCallback, useEffect, useRef, useState } from 'react'

import { discardPageView } from './page-view.ts'
import { PlainCanvas } from './plain-canvas.tsx'
import type { CanvasProps } from './props.ts'
import { hasWebgl } from './webgl.ts'
import { WebglCanvas } from './webgl-canvas.tsx'
import { graphWords } from './words.ts'

const noticeMs = 6_000

/** The picture of the scene: succession lanes or a network of the same nodes, with or without WebGL. */
export function Canvas(props: CanvasProps) {
  const [losses, setLosses] = useState(0)
  const notice = useNotice(losses)
  const onLost = useCallback(() => {
    discardPageView()
    setLosses((before) => before + 1)
  }, [])
  const text = graphWords[props.language]
  if (!hasWebgl() || 3 < losses) return <PlainCanvas {...props} />
  return (
    <>
      <WebglCanvas key={losses} {...props} onLost={onLost} />
      {notice && (
        <p className="graph-notice" role="status">
          {text.lost}
        </p>
      )}
    </>
  )
}

/** True for a while after a loss. */
function useNotice(losses: number): boolean {
  const [shown, setShown] = useState(false)
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    setShown(0 < losses)
    const timer = setTimeout(() => setShown(false), noticeMs)
    return () => clearTimeout(timer)
  }, [losses])
  return shown
}
