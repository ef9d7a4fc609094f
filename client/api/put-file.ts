import { Problem } from '../../server/contract/problem.ts'
import { ProblemError } from './problem-error.ts'

/**
 * Sends a file as it is, and gives the answer unread. The type is said here: a browser would call dataset.json JSON, and it is not to be read
 * before it is whole.
 */
export async function putFile(path: string, file: File, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/octet-stream' }
  const request = { method: 'PUT', headers, body: file, ...(signal && { signal }) }
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new ProblemError({ code: 'network', status: 0, detail: '' }, { cause })
  })
  if (response.ok) return response
  const { status } = response
  const problem = Problem.safeParse(await response.json().catch(() => undefined))
  const { type: code, detail } = problem.data ?? { type: 'answer-unreadable' as const, detail: '' }
  throw new ProblemError({ code, status, detail })
}
