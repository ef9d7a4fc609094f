import { type FormEvent, useState } from 'react'

interface AddLineProps {
  readonly label: string
  readonly button: string
  /** Answers whether it was kept. */
  readonly onAdd: (text: string) => Promise<boolean>
  readonly autoFocus?: boolean
}

/** One line to write, and the button that adds it. */
export function AddLine({ label, button, onAdd, autoFocus = false }: AddLineProps) {
  const [text, setText] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '' && (await onAdd(text.trim()))) setText('')
  }
  return (
    <form className="row add-line" onSubmit={(event) => void submit(event)}>
      <input
        className="field grow"
        aria-label={label}
        placeholder={label}
        maxLength={4_000}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: set only where the user has just asked to write this line.
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="submit"
        className="btn slim"
        disabled={text.trim() === ''}
        title={text.trim() === '' ? label : undefined}
      >
        {button}
      </button>
    </form>
  )
}
