import * as z from 'zod/mini';
import { DocumentId, FileId } from '../documents/document-kind.ts';
import { AddedView, DocumentList, DownloadView, UploadAnswer, UploadRequest } from '../documents/document-views.ts';
import { HoldOriginalRequest, ReturnDocumentRequest } from '../project/project-action.ts';
import { Identifier } from '../kernel/common.ts';
import { LinePhotoView, PhotoRequest } from '../lines/line-photo.ts';
import { byLink, change, define, Link, none, onProject, ProjectId, read } from './define.ts';
import { examples } from './examples.ts';

const Version = { documentId: DocumentId, version: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(9999)) };
const upload = {
  method: 'POST',
  status: 201,
  body: UploadRequest,
  answer: UploadAnswer,
  example: examples.upload,
  failures: [400, 403, 404, 409, 429],
} as const;
const complete = {
  method: 'POST',
  status: 200,
  body: none,
  answer: AddedView,
  example: {},
  failures: [400, 403, 404, 409, 503],
} as const;

export const documentOperations = {
  listDocumentsByLink: define({
    ...read,
    ...byLink,
    path: '/api/links/{link}/documents',
    summary: 'Documents that a link shows, and which may be brought by it',
    answer: DocumentList,
    failures: [403, 404, 410],
  }),
  requestUploadByLink: define({
    ...upload,
    ...byLink,
    failures: [...upload.failures, 410],
    path: '/api/links/{link}/documents',
    summary: 'Announce a file: gives a form to send it to the store with. Then complete the upload.',
  }),
  completeUploadByLink: define({
    ...complete,
    ...byLink,
    failures: [...complete.failures, 410],
    path: '/api/links/{link}/documents/{fileId}',
    params: z.extend(Link, { fileId: FileId }),
    summary: 'The file lies in the store: it becomes a document, or a new version of one',
  }),
  downloadByLink: define({
    ...read,
    ...byLink,
    failures: [404, 410],
    path: '/api/links/{link}/documents/{documentId}/{version}',
    params: z.extend(Link, Version),
    summary: 'An address that gives the file for a minute',
    answer: DownloadView,
  }),
  listDocuments: define({
    ...read,
    path: '/api/projects/{projectId}/documents',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary: 'Documents of a project with all versions, and what is missing',
    answer: DocumentList,
    failures: [403, 404],
  }),
  requestUpload: define({
    ...upload,
    path: '/api/projects/{projectId}/documents',
    auth: 'jwt',
    params: ProjectId,
    query: none,
    summary: 'Announce a file: gives a form to send it to the store with. Then complete the upload.',
  }),
  completeUpload: define({
    ...complete,
    path: '/api/projects/{projectId}/documents/{fileId}',
    auth: 'jwt',
    params: z.extend(ProjectId, { fileId: FileId }),
    query: none,
    summary: 'The file lies in the store: it becomes a document, or a new version of one',
  }),
  downloadDocument: define({
    ...read,
    path: '/api/projects/{projectId}/documents/{documentId}/{version}',
    auth: 'jwt',
    params: z.extend(ProjectId, Version),
    query: none,
    summary: 'An address that gives the file for a minute',
    answer: DownloadView,
  }),
  requestPhotoByLink: define({
    ...upload,
    ...byLink,
    body: PhotoRequest,
    example: examples.photo,
    failures: [...upload.failures, 410],
    path: '/api/links/{link}/lines/{lineId}/photos',
    params: z.extend(Link, { lineId: Identifier }),
    summary:
      'The party that builds a utility line announces a photo of the works: JPEG or PNG, at most 10 MB. Then complete the upload.',
  }),
  completePhotoByLink: define({
    ...complete,
    ...byLink,
    answer: LinePhotoView,
    failures: [...complete.failures, 410],
    path: '/api/links/{link}/lines/{lineId}/photos/{fileId}',
    params: z.extend(Link, { lineId: Identifier, fileId: FileId }),
    summary: 'The photo lies in the store: it is kept with the line, and shown to the staff of its zone',
  }),
  downloadPhoto: define({
    ...read,
    path: '/api/lines/{lineId}/photos/{fileId}',
    auth: 'jwt',
    params: z.object({ lineId: Identifier, fileId: FileId }),
    query: none,
    summary: 'An address that gives a photo of a line to the staff of its zone for a minute',
    answer: DownloadView,
  }),
  holdOriginal: define({
    ...onProject,
    path: '/api/projects/{projectId}/original',
    summary:
      'Say that the letter signed on paper, or each document named by kind, lies with the office: it counts as there',
    body: HoldOriginalRequest,
    example: {},
  }),
  returnDocument: define({
    ...change,
    path: '/api/projects/{projectId}/documents/{documentId}/{version}/return',
    auth: 'jwt',
    params: z.extend(ProjectId, Version),
    query: none,
    summary: 'Say that one document is wrong, and why: the investor is asked for another version, the stage goes on',
    body: ReturnDocumentRequest,
    example: { reasonCode: 'incomplete', reason: 'Page 3 is missing.' },
  }),
} as const;
