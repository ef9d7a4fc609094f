import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import express, { type Response, Router } from 'express'

import { unknownPath } from './problem.ts'
import { nonceOf } from './security.ts'

const oneYearSeconds = 31_536_000

/** The built explorer: files as they are, and index.html for every other address, with the answer's nonce put in. */
export function clientFiles(folder: string): Router {
  const router = Router()
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => cacheByName(response as Response, path),
    }),
  )
  router.get('/assets/*file', unknownPath)
  router.get('/{*page}', async (_request, response) => {
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
    response.set('Cache-Control', 'no-store')
    if (html === undefined) {
      response.status(503).type('text').send('The explorer is not built; run `npm run build`.\n')
    } else {
      response.type('html').send(withNonce(html, nonceOf(response)))
    }
  })
  return router
}

/** Files under assets/ carry a hash of their content in the name and never change. */
function cacheByName(response: Response, path: string): void {
  const lasting = /[\\/]assets[\\/]/.test(path)
  response.set(
    'Cache-Control',
    lasting ? `public, max-age=${oneYearSeconds}, immutable` : 'no-cache',
  )
}

/** Mantine and Vite read the nonce from the meta element; styles that stand in the page carry it themselves. */
function withNonce(html: string, nonce: string): string {
  const meta = `<meta name="csp-nonce" property="csp-nonce" content="${nonce}" nonce="${nonce}">`
  return html
    .replace(/<head[^>]*>/i, (head) => `${head}\n    ${meta}`)
    .replaceAll(/<style(?![^>]*\bnonce=)/gi, `<style nonce="${nonce}"`)
}
