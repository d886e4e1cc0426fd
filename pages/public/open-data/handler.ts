import { DateText } from '#core/kernel/common.ts';
import type { NightPorts } from '#core/open-data/night-ports.ts';
import { nightNamed } from '#core/open-data/nights.ts';
import { viewOpenData, type OpenDataPorts } from '#core/open-data/open-data.ts';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { secure } from '#functions/http/responses.ts';
import { elsewhere } from '../../kit/elsewhere.ts';
import { compressed, servePage } from '../../kit/serve-page.ts';
import { render } from '../../kit/visit.ts';
import { keptFor } from '../figures/handler.ts';
import { hashOf, openFiles } from './files.ts';
import { nightsAPage, openDataPage } from './page.tsx';

interface Answered {
  readonly type: string;
  readonly sha256: string;
  readonly seconds: number;
  readonly text: () => Promise<string>;
}

/** Of a night for a year: it never changes. */
const keptSeconds = { now: 300, night: 31_536_000 } as const;

async function answerOf(event: HttpEvent, { type, sha256, seconds, text }: Answered): Promise<HttpAnswer> {
  const tag = `W/"${sha256.slice(0, 32)}"`;
  const headers = {
    ...secure,
    'content-type': type,
    'cache-control': `public, max-age=${String(seconds)}`,
    etag: tag,
    vary: 'accept-encoding',
  };
  const seen = (event.headers['if-none-match'] ?? '').split(',').map((one) => one.trim());
  return seen.includes(tag)
    ? { statusCode: 304, headers }
    : compressed(event, { statusCode: 200, headers, body: await text() });
}

/** The page of open data and its files: those of one view that a warm function keeps, and those of each night. @param site without a slash at its end */
export function openDataPages(ports: OpenDataPorts & NightPorts, site: string) {
  const seen = keptFor(async (now) => {
    const view = await viewOpenData(ports, now);
    return { day: view.day, files: openFiles(view, site) };
  });
  return {
    page: (event: HttpEvent) =>
      servePage(event, async (visit) => {
        const before = DateText.safeParse(visit.query.get('before')).data;
        const [{ day, files }, nights] = await Promise.all([seen(visit), ports.nights.latest(nightsAPage, before)]);
        return render(openDataPage(visit.frame(), { day, files, nights }));
      }),
    file: async (event: HttpEvent): Promise<HttpAnswer> => {
      const { files } = await seen({ now: event.requestContext.timeEpoch });
      const found = files.find(({ name }) => name === event.pathParameters?.['file']);
      if (found === undefined) return elsewhere(event);
      const { type, text } = found;
      return answerOf(event, {
        type,
        sha256: hashOf(text),
        seconds: keptSeconds.now,
        text: () => Promise.resolve(text),
      });
    },
    ofNight: async (event: HttpEvent): Promise<HttpAnswer> => {
      const { night: name = '', file = '' } = event.pathParameters ?? {};
      const night = await nightNamed(ports.nights, name);
      const found = night?.files.find((one) => one.name === file);
      if (night === undefined || found === undefined) return elsewhere(event);
      const { type, sha256 } = found;
      return answerOf(event, {
        type,
        sha256,
        seconds: name === night.day ? keptSeconds.night : keptSeconds.now,
        text: async () => {
          const text = await ports.nightContents.get(night.day, file);
          if (text === undefined) throw new Error(`The files of ${night.day} are not there`);
          return text;
        },
      });
    },
  };
}
