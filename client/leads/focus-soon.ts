/** Moves the focus to a part of the page as soon as it is drawn: what had it, such as a form that was sent, goes away. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
