import type { Router } from 'express'
import type { z } from 'zod'

import type { Route } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { parseRequest } from './problem.ts'

/** What a route's caller sent, after parsing by the route's own shapes. */
export interface Input<R extends Route> {
  readonly params: z.output<R['params']>
  readonly query: z.output<R['query']>
  readonly body: z.output<R['body']>
}

/** Puts a route of the contract on a router: parses what comes in and answers what the handler returns. */
export function mount<R extends Route>(
  router: Router,
  context: Pick<ApiContext, 'checkAnswers'>,
  route: R,
  answer: (input: Input<R>) => Promise<z.input<R['answer']>>,
): void {
  router[route.method](route.path, async (request, response) => {
    const input = {
      params: parseRequest<R['params']>(route.params, request.params),
      query: parseRequest<R['query']>(route.query, request.query),
      body: parseRequest<R['body']>(route.body, request.body ?? {}),
    }
    const value = await answer(input)
    response.json(context.checkAnswers ? route.answer.parse(value) : value)
  })
}
