import type { RoadMapView } from '#core/road-map/view-road-map.ts';
import type { TestHost } from './host.ts';
import type { PageVisitor } from './staff-session.ts';

/** The choices of a select on a page, by whom they name. */
export function choices(html: string, name: string): readonly string[] {
  const select =
    new RegExp(`name="${name.replaceAll('.', String.raw`\.`)}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1] ?? '';
  return [...select.matchAll(/value="([^"]+)"/g)].map(([, value]) => value ?? '');
}

/** Everybody who holds something has somebody who stands in for them, by one form. */
export async function fillRoadMap(
  host: TestHost,
  officer: PageVisitor,
  projectId: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const page = `/office/projects/${projectId}/road-map`;
  const form = (await officer.get(`${page}?do=fill`)).text;
  const { body } = await host.ask<RoadMapView>(`/api/projects/${projectId}/road-map`, { as: 'officer' });
  const [person = '', deputy = ''] = choices(form, 'holders.office.person');
  const names = [...form.matchAll(/name="(holders\.[^"]+\.(?:person|deputy))"/g)].map(([, name]) => name ?? '');
  const fields = Object.fromEntries(
    names.map((name) => {
      const isOffice = name.startsWith('holders.office.');
      if (name.endsWith('.deputy')) return [name, deputy];
      return [name, isOffice ? person : (choices(form, name)[0] ?? '')];
    }),
  );
  const { status, location } = await officer.post(`${page}?do=fill`, {
    ...fields,
    ...more,
    version: String(body.version),
    step: 'send',
  });
  if (status !== 303 || location !== `${page}?done=fill`) throw new Error(`Not filled in: ${String(status)}`);
}
