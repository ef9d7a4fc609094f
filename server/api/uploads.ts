import { Router } from 'express'

import { otherAddresses, routes } from '../contract/routes.ts'
import { Upload, UploadPlace } from '../contract/uploads.ts'
import type { IsoDate } from '../domain/units.ts'
import { previewUpload, proposeUpload } from '../jobs/preview-upload.ts'
import type { ApiContext } from './context.ts'
import { refused } from './dataset-refused.ts'
import { mount } from './mount.ts'
import { ProblemError, parseRequest } from './problem.ts'

type Context = Pick<ApiContext, 'uploads' | 'board' | 'now' | 'checkAnswers'>

/** Datasets from a browser: said first, sent file by file, then loaded by a job like any other. */
export function uploads(context: Context) {
  const router = Router()
  const { uploads: rack, board, now } = context
  mount(router, context, routes.openUpload, ({ body: { files } }) => rack.open(files))
  mount(router, context, routes.heldUploads, async () => ({ items: rack.held() }))
  mount(
    router,
    context,
    routes.loadUpload,
    async ({ params: { id }, body: { acceptUnexpected } }) => {
      const folder = rack.folderOf(id)
      const job = board.start({ kind: 'import', folder, acceptUnexpected, at: now() })
      rack.handOver(id)
      const unwatch = board.watch(job.id, ({ job: { state, held } }) => {
        if (state === 'running') return
        unwatch()
        void rack.takeBack(id, held)
      })
      return job
    },
  )
  mount(router, context, routes.proposeUpload, async ({ params: { id }, body: { choices } }) => {
    const today = new Date(now()).toISOString().slice(0, 10) as IsoDate
    return refused(async () => proposeUpload(rack.folderOf(id), { choices, today }))
  })
  mount(
    router,
    context,
    routes.previewUpload,
    async ({ params: { id }, body: { description } }) => ({
      files: await refused(async () => previewUpload(rack.folderOf(id), description)),
    }),
  )
  mount(router, context, routes.dropUpload, async ({ params: { id } }) => {
    await rack.drop(id)
    return { id }
  })
  router.put(otherAddresses.uploadFile, async (request, response) => {
    const { id, place } = parseRequest(UploadPlace, request.params)
    // Anything else may have been read as JSON already, and of a file nothing may be missing.
    if (!request.is('application/octet-stream')) {
      throw new ProblemError(
        'request-invalid',
        'A file is sent as it is (Content-Type: application/octet-stream).',
      )
    }
    const upload = await rack.put(id, place, request)
    response.json(context.checkAnswers ? Upload.parse(upload) : upload)
  })
  return router
}
