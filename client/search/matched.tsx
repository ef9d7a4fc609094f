interface MatchedProps {
  readonly text: string
  readonly part: string
}

/** A text with the first place that holds what was typed marked. */
export function Matched({ text, part }: MatchedProps) {
  const start = text.toLowerCase().indexOf(part.toLowerCase())
  if (start < 0 || part === '') return text
  const end = start + part.length
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  )
}
