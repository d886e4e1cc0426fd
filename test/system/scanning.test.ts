import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { uploadByLink, linkIn, said, sendToStore } from '#local/demo/upload.ts';
import { filesBucket } from '#local/host/files.ts';
import { eicar, openFakeClamd, type FakeClamd } from '#local/aws/testing/fake-clamd.ts';
import type { DocumentList } from '#core/documents/document-views.ts';
import { fileOf } from '#test/support/files.ts';
import { openHost, type TestHost } from '#test/support/host.ts';

let clamd: FakeClamd;
let host: TestHost;
beforeAll(async () => {
  clamd = await openFakeClamd();
  host = await openHost({ clamdUrl: clamd.url });
});
afterAll(async () => {
  await host.close();
  await clamd.close();
});

it('a document counts when a scanner has looked at it; a file with a virus becomes none, and is gone', async () => {
  const { trackingUrl } = await host.submit({ financing: 'own-funds' });
  const link = linkIn(trackingUrl);
  await uploadByLink(host, link, 'charter', {
    fileName: 'charter.pdf',
    mediaType: 'application/pdf',
    content: fileOf('charter'),
  });
  const bad = { fileName: 'application.pdf', mediaType: 'application/pdf', content: fileOf(eicar) } as const;
  const { body: asked } = await host.ask<{ fileId: string; form: { url: string; fields: Record<string, string> } }>(
    `/api/links/${link}/documents`,
    { body: { kind: 'application', ...said(bad) } },
  );
  await sendToStore(asked.form, bad);
  await host.settle();
  const { body } = await host.ask<z.infer<typeof DocumentList>>(`/api/links/${link}/documents`);
  expect(body.documents.find(({ kind }) => kind === 'charter')).toMatchObject({ state: 'clean' });
  const completed = await host.ask<{ issues: { code: string }[] }>(`/api/links/${link}/documents/${asked.fileId}`, {
    body: {},
  });
  expect([completed.status, completed.body.issues.map(({ code }) => code)]).toEqual([400, ['infected-file']]);
  const files = new S3Client({
    endpoint: host.endpoints.objects,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials: host.endpoints.credentials,
  });
  await expect(
    files.send(new HeadObjectCommand({ Bucket: filesBucket, Key: `incoming/${asked.fileId}` })),
  ).rejects.toThrow(NotFound);
});
