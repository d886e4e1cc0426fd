/** Who asks. "Here" is Aqtöbe, "another zone" Kokand; parties and investors act by their own valid links. */
export const persons = [
  'nobody',
  'another investor',
  'party of another assignment',
  'party',
  'investor',
  'officer',
  'officer of another zone',
  'head',
  'headquarters',
  'leadership',
  'leadership of another region',
  'administrator',
] as const;
export type Person = (typeof persons)[number];

/** What is asked for: of Aqtöbe, of Kokand, or made up. Foreign is what is not the person's own; made up must look the same. */
export const places = ['here', 'elsewhere', 'nowhere'] as const;
export type Place = (typeof places)[number];

/** The demo account of everybody who signs in. */
export const accounts: Readonly<Partial<Record<Person, string>>> = {
  officer: 'officer',
  'officer of another zone': 'officer-kokand',
  head: 'head',
  headquarters: 'headquarters',
  leadership: 'leadership',
  'leadership of another region': 'leadership-kokand',
  administrator: 'administrator',
};
