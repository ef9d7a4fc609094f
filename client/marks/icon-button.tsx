import type { Icon } from '@tabler/icons-react'

interface IconButtonProps {
  readonly icon: Icon
  /** What it does, or why it cannot. */
  readonly label: string
  readonly onClick: () => void
  readonly disabled?: boolean
  readonly slim?: boolean
  readonly pressed?: boolean
}

/** A button that is an icon alone; its label is read out and shown on hover. */
export function IconButton({
  icon: Shape,
  label,
  onClick,
  disabled = false,
  slim = false,
  pressed,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={slim ? 'ib slim' : 'ib'}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Shape className="i" size={slim ? 14 : 16} stroke={1.75} aria-hidden="true" />
    </button>
  )
}
