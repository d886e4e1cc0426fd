/**
 * How large the body of a request may be, in bytes, before anything reads it: JSON of an operation (a letter is below 20 KB, in
 * escapes of its Cyrillic below 60 KB), the fields of a form (100,000 Cyrillic letters in escapes of six bytes: a text that is pasted
 * whole comes back with its field, which says that it is too long), and a form that brings one small file itself (4 MiB and its
 * fields; in base64 that is what a function takes).
 */
export const bodyLimits = { none: 0, json: 65_536, form: 600_000, file: 4 * 1024 * 1024 + 200_000 } as const;

/** Forms that may bring a file. */
export const fileRoutes: ReadonlySet<string> = new Set([
  'POST /letter/{draft}/documents',
  'POST /l/{link}/documents',
  'POST /office/projects/{projectId}/documents',
]);

export const isMultipart = (contentType: string | undefined): boolean => /^\s*multipart\//i.test(contentType ?? '');

/** What a request to a route (`POST /letter`) may bring at most. */
export function mostBytes(routeKey: string, contentType: string | undefined): number {
  if (!routeKey.startsWith('POST ')) return bodyLimits.none;
  if (routeKey.startsWith('POST /api/')) return bodyLimits.json;
  return fileRoutes.has(routeKey) && isMultipart(contentType) ? bodyLimits.file : bodyLimits.form;
}
