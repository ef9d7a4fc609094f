import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { instanceHeader } from '../api/security.ts'
import { FailureError } from '../domain/failure.ts'

export interface Listening extends AsyncDisposable {
  /** `http://127.0.0.1:8080`. */
  readonly address: string
  /** Until this is called, every request is told to come back in a moment. */
  answerWith(listener: RequestListener): void
}

const loopback = '127.0.0.1'

/**
 * Takes a port of this machine, and nobody else's, before anything slow is done: a port that is taken is said at once.
 * Throws a FailureError when it cannot be had.
 */
export async function listen(port: number, instance: string): Promise<Listening> {
  let answer: RequestListener = starting(instance)
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((done, reject) => {
    server.once('error', (cause) => reject(noPort(port, cause)))
    server.listen(port, loopback, done)
  })
  return {
    address: `http://${loopback}:${(server.address() as AddressInfo).port}`,
    answerWith(listener) {
      answer = listener
    },
    [Symbol.asyncDispose]: () => close(server),
  }
}

const starting =
  (instance: string): RequestListener =>
  (_request, response) => {
    response.writeHead(503, {
      'Content-Type': 'application/problem+json',
      'Retry-After': '2',
      [instanceHeader]: instance,
    })
    response.end(
      JSON.stringify({
        type: 'store-unreachable',
        title: 'The store does not answer',
        status: 503,
        detail: 'Revenant is still starting; try again in a moment.',
      }),
    )
  }

/** Streams of progress would stay open for as long as anybody looks, so connections are cut. */
async function close(server: Server): Promise<void> {
  await new Promise((done) => {
    server.close(done)
    server.closeAllConnections()
  })
}

function noPort(port: number, cause: NodeJS.ErrnoException): FailureError {
  const why =
    cause.code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program`
      : `Port ${port} cannot be used (${cause.message})`
  return new FailureError(
    `${why}; choose another, such as \`PORT=${port === 8081 ? 8082 : 8081} npm start\`.`,
    {
      cause,
    },
  )
}
