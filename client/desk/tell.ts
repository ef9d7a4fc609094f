import { notifications } from '@mantine/notifications'

/** Says in one line what was done. */
export function tell(message: string): void {
  notifications.show({ message, color: 'gray', autoClose: 4_000 })
}
