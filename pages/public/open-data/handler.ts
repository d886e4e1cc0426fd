import { createHash } from 'node:crypto';
import { viewOpenData, type OpenDataPorts } from '#core/open-data/open-data.ts';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { secure } from '#functions/http/responses.ts';
import { elsewhere } from '../../kit/elsewhere.ts';
import { compressed, servePage } from '../../kit/serve-page.ts';
import { render } from '../../kit/visit.ts';
import { keptFor } from '../figures/handler.ts';
import { openFiles, type OpenFile } from './files.ts';
import { openDataPage } from './page.tsx';

function answerOf(event: HttpEvent, { type, text }: OpenFile): HttpAnswer {
  const tag = `W/"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
  const headers = {
    ...secure,
    'content-type': type,
    'cache-control': 'public, max-age=300',
    etag: tag,
    vary: 'accept-encoding',
  };
  const seen = (event.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  return seen.includes(tag)
    ? { statusCode: 304, headers }
    : compressed(event, { statusCode: 200, headers, body: text });
}

/** The page of open data and its files, of one view that a warm function keeps. @param site without a slash at its end */
export function openDataPages(ports: OpenDataPorts, site: string) {
  const seen = keptFor(async (now) => {
    const view = await viewOpenData(ports, now);
    return { day: view.day, files: openFiles(view, site) };
  });
  return {
    page: (event: HttpEvent) =>
      servePage(event, async (visit) => {
        const { day, files } = await seen(visit);
        return render(openDataPage(visit.frame(), day, files));
      }),
    file: async (event: HttpEvent): Promise<HttpAnswer> => {
      const { files } = await seen({ now: event.requestContext.timeEpoch });
      const found = files.find(({ name }) => name === event.pathParameters?.['file']);
      return found === undefined ? elsewhere(event) : answerOf(event, found);
    },
  };
}
