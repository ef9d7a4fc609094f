import { type NotificationData, notifications } from '@mantine/notifications'
import i18next from 'i18next'

/** Says something at the foot of the page for a while; what closes it has a name for those who hear the page. */
export function toast(said: NotificationData): void {
  notifications.show({ closeButtonProps: { 'aria-label': i18next.t('shell.close') }, ...said })
}
