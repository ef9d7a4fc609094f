import i18next from 'i18next'

import { failureOf } from '../api/problem-error.ts'
import { toast } from './toast.ts'

/** Says that nothing had to be done. */
export function notify(text: 'node.nothingNew'): void {
  toast({ message: i18next.t(text), color: 'gray', autoClose: 4_000 })
}

/** Says what was done. */
export function say(message: string): void {
  toast({ message, color: 'gray', autoClose: 4_000 })
}

/** Says what failed where the user sees it, with the permanent code. */
export function notifyFailure(error: unknown): void {
  const { code, detail } = failureOf(error)
  toast({
    title: i18next.t(`problems.${code}`),
    message: [detail, code].filter((part) => part !== '').join(' · '),
    color: 'red',
    autoClose: 8_000,
  })
}
