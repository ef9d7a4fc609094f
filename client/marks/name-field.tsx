interface NameFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly autoFocus?: boolean
}

/** A line for a name, of a person or of something of theirs. */
export function NameField({ label, value, onValue, autoFocus = false }: NameFieldProps) {
  return (
    <label>
      {label}
      <input
        className="field"
        maxLength={200}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: set only where the user has just asked to write this name.
        autoFocus={autoFocus}
        onChange={(event) => onValue(event.target.value)}
      />
    </label>
  )
}
