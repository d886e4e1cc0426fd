import type { Letter } from '../project/project-ports.ts';
import type { LetterDraft } from './letter-draft.ts';
import type { PaperContact } from './letter-of-intent.ts';

/** What the letter for an expansion takes over from that of the plant that is there, by the names of the form; money, jobs, land and start are its own. */
const carriedFields = [
  'zoneId',
  'company.country',
  'company.registeredIn',
  'company.name',
  'company.number',
  'production',
  'sector',
  'exportShare',
  'financing',
  'contact.name',
  'contact.email',
  'contact.phone',
  'contact.language',
] as const;
type Carried = Readonly<Partial<Record<(typeof carriedFields)[number], string>>>;

/** The longest of them is a production. */
const longest = 2000;

/** @param contact of whoever asks: a colleague is not told it */
export function carriedOver(
  { zoneId, company, production, sector, ...letter }: Letter,
  contact?: PaperContact,
): Carried {
  const { exportShare, financing } = letter;
  const registeredIn = 'registeredIn' in company ? company.registeredIn : undefined;
  const told = {
    zoneId,
    'company.country': company.country,
    'company.registeredIn': registeredIn,
    'company.name': company.name,
    'company.number': company.number,
    production,
    sector,
    exportShare: String(exportShare),
    financing,
    'contact.name': contact?.name,
    'contact.email': contact?.email,
    'contact.phone': contact?.phone,
    'contact.language': contact?.language,
  };
  return Object.fromEntries(Object.entries(told).filter(([, text]) => text !== undefined && text !== ''));
}

/** The same out of a form: nothing else that is sent with it. */
export const carriedIn = (fields: URLSearchParams): LetterDraft['fields'] =>
  Object.fromEntries(
    carriedFields.flatMap((name) => {
      const text = (fields.get(name) ?? '').slice(0, longest);
      return text === '' ? [] : [[name, [text]]];
    }),
  );
