import type { Scope } from '#core/contracts/reference.ts';

const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

type Query = Readonly<Record<string, string | undefined>>;

/** `zone=…` or `region=…`: which place a page is about. */
export const placeQuery = ({ scope, scopeId }: Scope): Readonly<Record<string, string>> => ({ [scope]: scopeId });

export const homeAddress = '/admin';
export const peopleAddress = (place: Scope, query: Query = {}): string => withQuery('/admin/people', { ...placeQuery(place), ...query });
export const addPersonAddress = (place: Scope): string => withQuery('/admin/people/new', placeQuery(place));
export const changesAddress = (place: Scope, after?: string): string => withQuery('/admin/changes', { ...placeQuery(place), after });
export const personAddress = (personId: string, query: Query = {}): string => withQuery('/admin/person', { person: personId, ...query });
export const personFormAddress = (form: 'edit' | 'role' | 'end' | 'deputy', personId: string, membership?: string): string => withQuery(`/admin/person/${form}`, { person: personId, membership });
export const zonePageAddress = (zoneId: string, page: '' | '/edit' | '/parties' | '/party' | '/party/end' | '/forums' | '/forum' | '/calendar' | '/day' | '/durations' | '/duration', query: Query = {}): string =>
  withQuery(`/admin/zones/${zoneId}${page}`, query);
