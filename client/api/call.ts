import type { z } from 'zod'

import { Problem } from '../../server/contract/problem.ts'
import { type Route, routes } from '../../server/contract/routes.ts'
import { ProblemError } from './problem-error.ts'

export type RouteName = keyof typeof routes
/** The parsed answer of a route. */
export type Answer<N extends RouteName> = z.output<(typeof routes)[N]['answer']>
type Part<N extends RouteName, P extends 'params' | 'query' | 'body'> = z.input<
  (typeof routes)[N][P]
>
/** What a route takes; parts that ask for nothing may be left out. */
export interface CallInput<N extends RouteName> {
  readonly params?: Part<N, 'params'>
  readonly query?: Part<N, 'query'>
  readonly body?: Part<N, 'body'>
  readonly signal?: AbortSignal
}

interface RouteInput {
  readonly params?: object
  readonly query?: object
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Calls a route of the contract and answers with its parsed body; throws {@link ProblemError} otherwise. */
export async function call<N extends RouteName>(
  name: N,
  input: CallInput<N> = {},
): Promise<Answer<N>> {
  return (await callRoute(routes[name], input)) as Answer<N>
}

/** The same for a route that the page fetches with the code that asks for it. */
export async function callRoute<R extends Route>(
  route: R,
  input: RouteInput = {},
): Promise<z.output<R['answer']>> {
  const response = await send(route, input)
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemOf(response, body)
  const parsed = route.answer.safeParse(body)
  if (!parsed.success) {
    throw new ProblemError(
      { code: 'answer-unreadable', status: response.status, detail: firstIssue(parsed.error) },
      { cause: parsed.error },
    )
  }
  return parsed.data as z.output<R['answer']>
}

/** The address of a route with its parameters and query, for links and tests. */
export function addressOf(
  { path }: Pick<Route, 'path'>,
  { params = {}, query = {} }: { params?: object; query?: object },
): string {
  const filled = Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  )
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  )
  return search.size === 0 ? filled : `${filled}?${search}`
}

async function send(route: Route, input: RouteInput): Promise<Response> {
  const { params, query, body, signal } = input
  const request: RequestInit = { method: route.method.toUpperCase() }
  if (body !== undefined) {
    request.body = JSON.stringify(body)
    request.headers = { 'content-type': 'application/json' }
  }
  if (signal !== undefined) request.signal = signal
  try {
    return await fetch(addressOf(route, { params: params ?? {}, query: query ?? {} }), request)
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new ProblemError({ code: 'network', status: 0, detail: '' }, { cause: error })
  }
}

/** Where an answer first differs from the contract, for whoever reports it. */
function firstIssue({ issues: [issue] }: z.ZodError): string {
  return issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`
}

function problemOf({ status }: Response, body: unknown): ProblemError {
  const problem = Problem.safeParse(body)
  if (!problem.success) return new ProblemError({ code: 'answer-unreadable', status, detail: '' })
  const { type: code, detail, refusal } = problem.data
  return new ProblemError({ code, status, detail, refusal })
}
