import './api/jitless.ts'
import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles/baseline.css'
import '@mantine/core/styles/default-css-variables.css'
import '@mantine/core/styles/global.css'
import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'
import './style/tokens.css'
import './style/base.css'
import './style/controls.css'
import './style/marks.css'
import './style/shell.css'
import './style/search.css'
import './style/rail.css'
import './style/inspector.css'
import './style/dialog.css'

import { createRoot } from 'react-dom/client'

import { App } from './app.tsx'
import { firstLanguage, startTexts } from './i18n/i18n.ts'
import { usePreferences } from './scene/preferences.ts'
import { readUrl } from './scene/url-state.ts'
// Last, for it says what the other sheets say otherwise where there is less room.
import './style/narrow.css'

const url = readUrl(location.search)
if (url.language !== undefined) usePreferences.setState({ language: url.language })
if (url.e2e === true) document.documentElement.dataset.still = ''

const language = firstLanguage(
  url.language,
  usePreferences.getState().language,
  navigator.languages,
)
await startTexts(language)

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(<App />)
