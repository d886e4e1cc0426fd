import { DateText } from '#core/kernel/common.ts';
import { viewCompanies, type CompanyPorts } from '#core/open-data/companies.ts';
import type { Nights } from '#core/open-data/night-ports.ts';
import { viewOpenData, type OpenDataPorts } from '#core/open-data/open-data.ts';
import type { HttpAnswer, HttpEvent } from '#functions/http/api.ts';
import { elsewhere } from '../../kit/elsewhere.ts';
import { servePage } from '../../kit/serve-page.ts';
import { render } from '../../kit/visit.ts';
import { keptFor } from '../figures/handler.ts';
import { answerOf, keptSeconds } from './answer.ts';
import { hashOf, openFiles } from './files.ts';
import { nightsAPage, openDataPage } from './page.tsx';

/** The page of open data and its files: those of one view that a warm function keeps. @param site without a slash at its end */
export function openDataPages(ports: OpenDataPorts & CompanyPorts & { readonly nights: Nights }, site: string) {
  const seen = keptFor(async (now) => {
    const [view, companies] = await Promise.all([viewOpenData(ports, now), viewCompanies(ports)]);
    return { day: view.day, files: openFiles(view, companies, site) };
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
  };
}
