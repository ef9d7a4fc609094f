import { existsSync } from 'node:fs'

import { type Browser, chromium, type Page } from 'playwright-core'

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser on this machine, or undefined when none is found. */
export const chromiumPath = places.find((path) => path !== '' && existsSync(path))

const withWebgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const withoutWebgl = ['--disable-software-rasterizer']

/** A browser that draws WebGL in software, or one that has none, as on a machine without a graphics card. */
export async function openBrowser({ webgl = true } = {}): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium was found')
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      ...(webgl ? withWebgl : withoutWebgl),
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page, and everything that went wrong on it: errors, refused content, requests that left this machine. */
export interface WatchedPage {
  readonly page: Page
  readonly troubles: string[]
}

export async function openPage(browser: Browser): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    locale: 'en-US',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) {
      troubles.push(`request: ${request.url()}`)
    }
  })
  return { page, troubles }
}
