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
  const move = (list: HTMLElement, step: number) => {
    const here = tabs.findIndex(({ id }) => id === chosen)
    const place = (here + step + tabs.length) % tabs.length
    const next = tabs[place]
    if (next === undefined) return
    onChoose(next.id)
    list.querySelectorAll<HTMLElement>('[role="tab"]')[place]?.focus()
  }
  return (
    <div
      className="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'ArrowRight') move(currentTarget, 1)
        if (key === 'ArrowLeft') move(currentTarget, -1)
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
