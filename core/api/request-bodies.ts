/** Bytes: a letter in escapes is < 60 KB; 100,000 Cyrillic letters in escapes; one file of 4 MiB in base64. */
export const bodyLimits = { none: 0, json: 65_536, form: 600_000, file: 4 * 1024 * 1024 + 200_000 } as const;

export const fileRoutes: ReadonlySet<string> = new Set([
  'POST /letter/{draft}/documents',
  'POST /l/{link}/documents',
  'POST /office/projects/{projectId}/documents',
  'POST /office/import',
]);

export const isMultipart = (contentType: string | undefined): boolean => /^\s*multipart\//i.test(contentType ?? '');

export function mostBytes(routeKey: string, contentType: string | undefined): number {
  if (routeKey.startsWith('PUT /api/')) return bodyLimits.json;
  if (!routeKey.startsWith('POST ')) return bodyLimits.none;
  if (routeKey === 'POST /api/imports') return bodyLimits.file;
  if (routeKey.startsWith('POST /api/')) return bodyLimits.json;
  return fileRoutes.has(routeKey) && isMultipart(contentType) ? bodyLimits.file : bodyLimits.form;
}
