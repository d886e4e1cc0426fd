import type { Scope } from '#core/reference/reference.ts';
import { addressOf } from '../routes.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** `zone=…` or `region=…`: which place a page is about. */
export const placeQuery = ({ scope, scopeId }: Scope): Readonly<Record<string, string>> => ({ [scope]: scopeId });

export const homeAddress = addressOf('/admin', {});
export const askAddress = (query: Query = {}): string => addressOf('/office/access', {}, query);
export const accessAddress = (place: Scope, query: Query = {}): string =>
  addressOf('/admin/access', {}, { ...placeQuery(place), ...query });
export const answerAccessAddress = (place: Scope, request: string): string =>
  addressOf('/admin/access/answer', {}, { ...placeQuery(place), request });
export const peopleAddress = (place: Scope, query: Query = {}): string =>
  addressOf('/admin/people', {}, { ...placeQuery(place), ...query });
export const addPersonAddress = (place: Scope): string => addressOf('/admin/people/new', {}, placeQuery(place));
export const changesAddress = (place: Scope, after?: string): string =>
  addressOf('/admin/changes', {}, { ...placeQuery(place), after });
export const personAddress = (personId: string, query: Query = {}): string =>
  addressOf('/admin/person', {}, { person: personId, ...query });
export const personFormAddress = (
  form: 'edit' | 'role' | 'end' | 'deputy',
  personId: string,
  membership?: string,
  desk?: string,
): string => addressOf(`/admin/person/${form}`, {}, { person: personId, membership, desk });
/** The head's, where they say who is away. */
export const deskAddress = (zone: string): string => addressOf('/office/desk', {}, { zone });
export const zonePageAddress = (
  zoneId: string,
  page:
    | ''
    | '/edit'
    | '/parties'
    | '/party'
    | '/party/end'
    | '/forums'
    | '/forum'
    | '/calendar'
    | '/day'
    | '/durations'
    | '/duration'
    | '/asked'
    | '/stage'
    | '/replies'
    | '/notices'
    | '/notice',
  query: Query = {},
): string => addressOf(`/admin/zones/{zoneId}${page}`, { zoneId }, query);
