import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'

import type { GraphWords } from './words.ts'

interface ControlsProps {
  readonly text: GraphWords
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
}

/** Zoom and fit, at the lower right of the canvas. */
export function Controls({ text, onZoom, onFit }: ControlsProps) {
  const buttons = [
    { label: text.zoomOut, Icon: IconMinus, act: () => onZoom(1 / 1.4) },
    { label: text.zoomIn, Icon: IconPlus, act: () => onZoom(1.4) },
    { label: text.fit, Icon: IconMaximize, act: onFit },
  ]
  return (
    <div className="graph-zoom">
      {buttons.map(({ label, Icon, act }) => (
        <button key={label} type="button" title={label} aria-label={label} onClick={act}>
          <Icon size={16} stroke={1.75} aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}
