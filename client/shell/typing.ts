import { usePage } from './page.ts'

/** True where a key press is not for the picture: something is typed in, or a page lies over it. */
export function isTyping(target: EventTarget | null): boolean {
  return isField(target) || usePage.getState().page !== undefined
}

/** True where a key press is meant for a field. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
}
