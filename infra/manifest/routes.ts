import type { Route } from './types.ts';

/**
 * Every HTTP route, one function a permission boundary. `auth` is what the gateway checks: pages of staff have `none` there,
 * because a browser brings a session, which the function opens itself.
 */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/openapi.json', function: 'public', auth: 'none' },
  { method: 'GET', path: '/api/zones', function: 'public', auth: 'none' },
  { method: 'POST', path: '/api/letters-of-intent', function: 'public', auth: 'none' },

  { method: 'GET', path: '/api/links/{link}', function: 'links', auth: 'none' },
  { method: 'POST', path: '/api/links/{link}/confirm', function: 'links', auth: 'none' },
  { method: 'POST', path: '/api/links/{link}/decision', function: 'links', auth: 'none' },
  { method: 'POST', path: '/api/links/{link}/correction', function: 'links', auth: 'none' },
  { method: 'POST', path: '/api/links/{link}/withdraw', function: 'links', auth: 'none' },
  { method: 'GET', path: '/l/{link}', function: 'links', auth: 'none' },
  { method: 'POST', path: '/l/{link}', function: 'links', auth: 'none' },
  { method: 'POST', path: '/l/{link}/confirm', function: 'links', auth: 'none' },
  { method: 'GET', path: '/l/{link}/answer/{assignmentId}', function: 'links', auth: 'none' },
  { method: 'POST', path: '/l/{link}/answer/{assignmentId}', function: 'links', auth: 'none' },
  { method: 'GET', path: '/l/{link}/withdraw', function: 'links', auth: 'none' },
  { method: 'POST', path: '/l/{link}/withdraw', function: 'links', auth: 'none' },

  { method: 'GET', path: '/api/projects', function: 'office', auth: 'jwt' },
  { method: 'GET', path: '/api/projects/{projectId}', function: 'office', auth: 'jwt' },
  { method: 'GET', path: '/api/projects/{projectId}/events', function: 'office', auth: 'jwt' },
  { method: 'GET', path: '/api/projects/{projectId}/emails', function: 'office', auth: 'jwt' },
  { method: 'GET', path: '/api/assignments', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/assignments/{assignmentId}/decision', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/projects/{projectId}/suspend', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/projects/{projectId}/resume', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/projects/{projectId}/extend', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/projects/{projectId}/withdraw', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/projects/{projectId}/terminate', function: 'office', auth: 'jwt' },
  { method: 'POST', path: '/api/zones/{zoneId}/lines/{utility}', function: 'office', auth: 'jwt' },
  { method: 'GET', path: '/office', function: 'office', auth: 'none' },
  { method: 'GET', path: '/office/projects/{projectId}', function: 'office', auth: 'none' },
  { method: 'GET', path: '/office/projects/{projectId}/history', function: 'office', auth: 'none' },
  { method: 'GET', path: '/office/assignments/{assignmentId}', function: 'office', auth: 'none' },
  { method: 'POST', path: '/office/assignments/{assignmentId}', function: 'office', auth: 'none' },

  { method: 'GET', path: '/assets/{name}', function: 'public', auth: 'none' },

  { method: 'GET', path: '/sign-in', function: 'sign-in', auth: 'none' },
  { method: 'GET', path: '/sign-in/start', function: 'sign-in', auth: 'none' },
  { method: 'GET', path: '/sign-in/callback', function: 'sign-in', auth: 'none' },
  { method: 'POST', path: '/sign-out', function: 'sign-in', auth: 'none' },

  { method: 'GET', path: '/api/pipeline', function: 'region', auth: 'jwt' },
];
