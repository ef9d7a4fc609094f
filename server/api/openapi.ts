import { Router } from 'express'

import { otherAddresses } from '../contract/routes.ts'
import type { ApiContext } from './context.ts'
import { describeApi } from './present/openapi-document.ts'

export function openapi({ version }: Pick<ApiContext, 'version'>) {
  const document = describeApi(version)
  return Router().get(otherAddresses.openapi, (_request, response) => {
    response.json(document)
  })
}
