import { randomBytes } from 'node:crypto'

import type { RequestHandler, Response } from 'express'

import { ProblemError } from './problem.ts'

/** What a page may load, by directive; everything comes from this server, and styles made at run time carry the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sets the headers that every answer carries, with a nonce of its own. */
export function secureHeaders(instance: string): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    response.set({
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      [instanceHeader]: instance,
    })
    next()
  }
}

/** Names the server process that answers, so that another process can tell it from a stranger on the same port. */
export const instanceHeader = 'Revenant-Instance'

/** The nonce of one answer. */
export function nonceOf(response: Response): string {
  return String(response.locals.nonce)
}

const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** Refuses names other than this machine's own: a page elsewhere can point its own name here (DNS rebinding). */
export const guardHost: RequestHandler = (request, _response, next) => {
  const host = request.headers.host ?? ''
  if (ownHost.test(host)) return next()
  throw new ProblemError(
    'origin-refused',
    'This server answers on 127.0.0.1 and localhost only; open it by one of these names.',
  )
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
const ownFetchSites = new Set(['same-origin', 'none'])

/** Refuses changes that a page of another origin asks for, and bodies that are not JSON: a plain form cannot send those. */
export const guardChanges: RequestHandler = (request, _response, next) => {
  if (harmless.has(request.method)) return next()
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    (origin !== undefined && origin !== `http://${host}`) ||
    (site !== undefined && !ownFetchSites.has(String(site)))
  if (foreign) {
    throw new ProblemError(
      'origin-refused',
      'Changes are taken from this server’s own pages only; open the explorer at its own address.',
    )
  }
  if (request.method === 'POST' && !request.is('application/json')) {
    throw new ProblemError(
      'request-invalid',
      'The body must be JSON (Content-Type: application/json).',
    )
  }
  next()
}
