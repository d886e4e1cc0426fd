import { viewLink } from '#core/use-cases/links.ts';
import { deadLinkPage, linkPage as renderLink } from '#web/link-page.ts';
import type { HttpAnswer, HttpEvent } from './api.ts';
import { languageOf } from './language.ts';
import { html } from './responses.ts';

/** The page behind a link, in its reader's language. Opening it changes nothing. */
export async function linkPage(ports: Parameters<typeof viewLink>[0], event: HttpEvent): Promise<HttpAnswer> {
  const link = event.pathParameters?.['link'] ?? '';
  const view = await viewLink(ports, { link, now: event.requestContext.timeEpoch });
  return view.ok ? html(200, renderLink(view.value)) : html(404, deadLinkPage(languageOf(event.headers['accept-language'])));
}
