import { existsSync } from 'node:fs'

import { type Browser, chromium, type Page } from 'playwright-core'

import { inPageScript } from '../e2e/in-page.ts'
import { atEnd } from './availability.ts'

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

let shared: Promise<Browser> | undefined

/** One browser for all tests that need nothing of it but pages; it is closed when the last test has run. */
export function theBrowser(): Promise<Browser> {
  if (shared === undefined) {
    const opened = openBrowser()
    atEnd(async () => (await opened).close())
    shared = opened
  }
  return shared
}

/** A page, and everything that went wrong on it: errors, refused content, requests that left this machine. */
export interface WatchedPage {
  readonly page: Page
  readonly troubles: string[]
}

interface PageOptions {
  readonly width?: number
  readonly height?: number
  /** Pixels of the screen by pixel of the page: 2 is what a page zoomed to 200 % has. */
  readonly scale?: number
  readonly theme?: 'light' | 'dark'
}

/** A page of its own, which remembers nothing of others; how it is asked for is how it stays. */
export async function openPage(
  browser: Browser,
  { width = 1440, height = 900, scale = 1, theme = 'light' }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'en-US',
    colorScheme: theme,
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const troubles: string[] = []
  await page.addInitScript({ path: inPageScript })
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
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
