import { type IncomingMessage, request } from 'node:http'

import { instanceHeader } from '../api/security.ts'

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface Answer {
  readonly status: number
  readonly instance: string | undefined
  readonly text: string
}

/** A server on this machine that has not begun to answer by then is busy with something large. */
const patienceMs = 15_000

/** Something took the connection and said nothing in time: not the same as nobody being there. */
export class SilentServerError extends Error {
  override name = 'SilentServerError'
}

/** Asks a server on this machine and waits for the whole answer. */
export async function callServer(address: string, call: Call): Promise<Answer> {
  const response = await openCall(address, call)
  response.setEncoding('utf8')
  let text = ''
  for await (const part of response) text += part
  const instance = response.headers[instanceHeader.toLowerCase()]
  return {
    status: response.statusCode ?? 0,
    instance: typeof instance === 'string' ? instance : undefined,
    text,
  }
}

/** Asks, and answers as soon as the other side begins to: for streams. */
export function openCall(
  address: string,
  { method, path, body, headers }: Call,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const call = request(
      new URL(path, address),
      {
        method,
        // No connection outlives its answer: an idle one would keep the command from ending.
        agent: false,
        headers: { ...(text !== undefined && { 'Content-Type': 'application/json' }), ...headers },
      },
      (response) => {
        call.setTimeout(0)
        resolve(response)
      },
    )
    call.setTimeout(patienceMs, () => call.destroy(new SilentServerError('no answer in time')))
    call.on('error', reject)
    call.end(text)
  })
}
