import type { Country } from '../calendar/country.ts';
import { compare, type LocalDate } from '../calendar/local-date.ts';

/** By which law a zone is one: special economic or industrial zone (Kazakhstan, Law 242-VI); special economic or small zone (Uzbekistan, ZRU-604, UP-153). */
export const zoneTypes = ['kz-sez', 'kz-industrial', 'uz-sez', 'uz-small'] as const;
export type ZoneType = (typeof zoneTypes)[number];

interface Typed {
  readonly country: Country;
  readonly types?: readonly { readonly zoneType: ZoneType; readonly effectiveFrom: LocalDate }[] | undefined;
}

export const typesOf = (country: Country): readonly ZoneType[] =>
  zoneTypes.filter((one) => one.startsWith(country.toLowerCase()));

/** Kazakhstan takes persons in business in industrial zones, Uzbekistan in small ones (Law 242-VI art. 18 and 34; UP-153). */
export const companiesOnly = (type: ZoneType | undefined): boolean => type === 'kz-sez' || type === 'uz-sez';

/** Versions, the latest first. */
export const typeVersions = ({ types = [] }: Typed) =>
  types.toSorted((a, b) => compare(b.effectiveFrom, a.effectiveFrom));

/** What the zone says it is on a day; zones stored before that was asked say nothing. */
export const statedType = (zone: Typed, on: LocalDate): ZoneType | undefined =>
  typeVersions(zone).find(({ effectiveFrom }) => effectiveFrom <= on)?.zoneType;

/** The same, or what most zones of its country are. */
export const zoneTypeOn = (zone: Typed, on: LocalDate): ZoneType =>
  statedType(zone, on) ?? (zone.country === 'KZ' ? 'kz-sez' : 'uz-sez');
