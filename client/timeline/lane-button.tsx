import type { TimelineLane } from '../../server/picture/timeline.ts'

interface LaneButtonProps {
  readonly lane: TimelineLane
  readonly width: number
  readonly label: string
  readonly onSelect: () => void
}

/** The name of a lane: it selects the shops of its chain. */
export function LaneButton({ lane, width, label, onSelect }: LaneButtonProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button of its own.
    <rect
      className="timeline-lane"
      role="button"
      tabIndex={0}
      aria-label={label}
      x={0}
      y={lane.y - 9}
      width={width}
      height={18}
      onPointerDown={(event) => {
        event.stopPropagation()
        onSelect()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onSelect()
      }}
    />
  )
}
