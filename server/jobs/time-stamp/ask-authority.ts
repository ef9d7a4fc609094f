import type { StampFailure } from '../../domain/time-stamp.ts'

/** Who gives time stamps, as the user named it; nothing is sent to anybody else. */
export interface Authority {
  readonly url: string
  /** Object identifier of the rules that it has to keep to; its own choice when absent. */
  readonly policy?: string | undefined
  /** How long its answer may take, in milliseconds. */
  readonly patienceMs?: number | undefined
}

const usualPatienceMs = 20_000
/** In bytes; a token with its certificates has a few thousand. */
const mostReplyBytes = 131_072

type Answer = { readonly reply: Uint8Array } | { readonly failed: StampFailure }

/** Sends one request for a time stamp over HTTP and gives back what came, or why nothing did: RFC 3161, §3.4. A redirection is not followed, as its address was named by nobody. */
export async function askAuthority(
  { url, patienceMs = usualPatienceMs }: Authority,
  request: Uint8Array,
): Promise<Answer> {
  const failed = (reason: StampFailure['reason'], detail: string): Answer => ({
    failed: { url, reason, detail },
  })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/timestamp-query',
        Accept: 'application/timestamp-reply',
      },
      body: new Uint8Array(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return failed('answered', statusWords(response))
    }
    const reply = await upTo(response, mostReplyBytes)
    return reply === undefined
      ? failed('large', `its answer has more than ${mostReplyBytes} bytes`)
      : { reply }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return failed('late', `it did not answer within ${patienceMs / 1_000} s`)
    return failed('unreachable', reasonOf(error))
  }
}

function statusWords({ status, headers }: Response): string {
  const to = headers.get('location')
  const elsewhere = to === null ? '' : `, which sends to ${to.slice(0, 200)}; name that address`
  return `it answered with HTTP ${status}${elsewhere}`
}

/** Undefined where there is more; what is announced is not believed. */
async function upTo(response: Response, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    if (most < size) return undefined
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Of a failed connection `fetch` says the reason in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: Error & { code?: string } }
  return cause?.message || cause?.code || message
}
