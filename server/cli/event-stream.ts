/** One server-sent event: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
export interface ServerEvent {
  readonly id: string
  readonly data: string
}

/** The events of a stream as they arrive; comments, and an event that the stream's end cuts off, are left out. */
export async function* readEvents(
  stream: AsyncIterable<Uint8Array | string>,
): AsyncIterable<ServerEvent> {
  const decoder = new TextDecoder()
  let waiting = ''
  for await (const part of stream) {
    waiting += typeof part === 'string' ? part : decoder.decode(part, { stream: true })
    const blocks = waiting.split('\n\n')
    waiting = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = field(block, 'data')
      if (data !== '') yield { id: field(block, 'id'), data }
    }
  }
}

function field(block: string, name: string): string {
  return block
    .split('\n')
    .filter((line) => line.startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).replace(/^ /, ''))
    .join('\n')
}
