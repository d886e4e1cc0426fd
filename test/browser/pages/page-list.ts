import { routes } from '#infra/manifest/routes.ts';
import { adminPages } from './admin-pages.ts';
import { letterPages } from './letter-pages.ts';
import { investorPages, partyPages } from './link-pages.ts';
import { officePages } from './office-pages.ts';
import { otherPages, regionPages } from './region-pages.ts';
import { showcasePages } from './showcase-pages.ts';
import type { Entries, State } from './state.ts';
import type { PagesWorld } from './world.ts';

/** Routes that may give a page: what a browser asks for. The JSON API is not among them. */
export const pageRoutes = routes
  .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/'))
  .map(({ path }) => path);

/** Every page route with its states, or why it gives no page. */
export async function pageList(world: PagesWorld): Promise<Entries> {
  const [investor, party] = [await investorPages(world), await partyPages(world)];
  const showcase = await showcasePages(world);
  const behindLinks = investor['/l/{link}'];
  return {
    ...(await letterPages(world)),
    ...investor,
    '/l/{link}': [
      ...(Array.isArray(behindLinks) ? (behindLinks as readonly State[]) : []),
      ...party,
      ...showcase.behindLinks,
    ],
    ...showcase.pages,
    ...(await officePages(world)),
    ...adminPages,
    ...regionPages,
    ...otherPages,
  };
}

export type RoutedState = State & { readonly route: string };

export const statesOf = (entries: Entries): readonly RoutedState[] =>
  Object.entries(entries).flatMap(([route, entry]) =>
    typeof entry === 'string' ? [] : entry.map((state) => ({ ...state, route })),
  );
