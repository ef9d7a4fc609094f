import { execFileSync } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { aSigner, type Faults, type Signer, tokenFor } from './stamp-token.ts'

type Answering = (request: Uint8Array, response: ServerResponse) => void

export interface StampAuthority extends AsyncDisposable {
  readonly url: string
  readonly signer: Signer
  /** Every body that came in, with what was said of it. */
  readonly asked: { readonly body: Uint8Array; readonly type: string | undefined }[]
  /** From now on it answers so. */
  answers(way: Answering): void
}

/** A time-stamping authority on a port of this machine; honest until told otherwise. */
export async function anAuthority(faults: Faults = {}): Promise<StampAuthority> {
  const signer = aSigner()
  const asked: { body: Uint8Array; type: string | undefined }[] = []
  let way: Answering = (body, response) => {
    response.setHeader('content-type', 'application/timestamp-reply')
    response.end(tokenFor(body, signer, faults))
  }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ body, type: request.headers['content-type'] })
      way(body, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    signer,
    asked,
    answers(other) {
      way = other
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Whether the commands of OpenSSL for time stamps are on this machine. */
export function hasOpenssl(): boolean {
  try {
    return /^OpenSSL [3-9]/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }))
  } catch {
    return false
  }
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}
