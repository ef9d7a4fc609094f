import { toast } from '../shell/toast.ts'

/** Says in one line what was done. */
export function tell(message: string): void {
  toast({ message, color: 'gray', autoClose: 4_000 })
}
