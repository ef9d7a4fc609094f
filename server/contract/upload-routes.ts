import { ForgetPreview } from '../domain/forget-preview.ts'
import type { Route } from './route.ts'
import { byId, get, nothing, post } from './route.ts'
import {
  ForgetBody,
  ForgetPreviewBody,
  ForgettingsAnswer,
  HeldUploads,
  LoadUploadBody,
  PreviewAnswer,
  PreviewBody,
  Proposal,
  ProposalBody,
  Upload,
  UploadBody,
  WithdrawDatasetBody,
  WithdrawnAnswer,
} from './uploads.ts'
import { Job } from './work.ts'

/** Addresses of datasets that come from a browser. */
export const uploadRoutes = {
  openUpload: post('/api/uploads', 'Says which files of a dataset will be sent', {
    body: UploadBody,
    answer: Upload,
    problems: ['upload-refused', 'origin-refused'],
  }),
  heldUploads: get(
    '/api/uploads',
    'Uploads whose load waits for a person, with what is unexpected',
    {
      params: nothing,
      query: nothing,
      answer: HeldUploads,
    },
  ),
  loadUpload: {
    method: 'post' as const,
    path: '/api/uploads/:id/load',
    summary: 'Loads what was sent into the user’s own store',
    params: byId,
    query: nothing,
    body: LoadUploadBody,
    answer: Job,
    problems: ['upload-unknown', 'upload-refused', 'job-running', 'origin-refused'] as const,
  },
  proposeUpload: {
    method: 'post' as const,
    path: '/api/uploads/:id/proposal',
    summary:
      'Proposes a dataset.json for what was sent without one, with the reason for each field',
    params: byId,
    query: nothing,
    body: ProposalBody,
    answer: Proposal,
    problems: ['upload-unknown', 'upload-refused', 'dataset-refused', 'origin-refused'] as const,
  },
  previewUpload: {
    method: 'post' as const,
    path: '/api/uploads/:id/preview',
    summary: 'Keeps a dataset.json for what was sent, and says what would come of the first rows',
    params: byId,
    query: nothing,
    body: PreviewBody,
    answer: PreviewAnswer,
    problems: ['upload-unknown', 'upload-refused', 'dataset-refused', 'origin-refused'] as const,
  },
  dropUpload: {
    method: 'delete' as const,
    path: '/api/uploads/:id',
    summary: 'Gives an upload up and removes what was sent',
    params: byId,
    query: nothing,
    body: nothing,
    answer: byId,
    problems: ['upload-unknown', 'origin-refused'] as const,
  },
  withdraw: post('/api/withdrawals', 'Takes back everything that a dataset said', {
    body: WithdrawDatasetBody,
    answer: WithdrawnAnswer,
    problems: ['dataset-refused', 'job-running', 'origin-refused'],
  }),
  previewForgetting: post(
    '/api/forgettings/previews',
    'What forgetting would erase, and what mentions it and stays',
    {
      body: ForgetPreviewBody,
      answer: ForgetPreview,
      problems: ['dataset-refused', 'origin-refused'],
    },
  ),
  forget: post('/api/forgettings', 'Erases what was said for good, and keeps that it was', {
    body: ForgetBody,
    answer: Job,
    problems: ['dataset-refused', 'job-running', 'origin-refused'],
  }),
  forgettings: get(
    '/api/forgettings',
    'That something was forgotten: how much, when, by whom and why',
    {
      params: nothing,
      query: nothing,
      answer: ForgettingsAnswer,
    },
  ),
} satisfies Record<string, Route>
