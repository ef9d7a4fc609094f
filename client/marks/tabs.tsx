interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly count?: number | undefined
}

interface TabsProps<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}

/** A row of tabs; the arrow keys move along it. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose }: TabsProps<Id>) {
  const move = (step: number) => {
    const here = tabs.findIndex(({ id }) => id === chosen)
    const next = tabs[(here + step + tabs.length) % tabs.length]
    if (next !== undefined) onChoose(next.id)
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight') move(1)
        if (key === 'ArrowLeft') move(-1)
      }}
    >
      {tabs.map(({ id, label: text, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          <span>{text}</span>
          {count !== undefined && <span className="m">{count}</span>}
        </button>
      ))}
    </div>
  )
}
