/** The pages of the letter of intent, in order; the last one checks and hands in. */
export const letterSteps = ['company', 'production', 'utilities', 'land', 'contact', 'documents', 'check'] as const;
export type LetterStep = (typeof letterSteps)[number];
/** Pages whose answers are typed. */
export type FormStep = Exclude<LetterStep, 'documents' | 'check'>;

export const stepAfter = (step: LetterStep): LetterStep => letterSteps[letterSteps.indexOf(step) + 1] ?? 'check';
export const stepBefore = (step: LetterStep): LetterStep | undefined => letterSteps[letterSteps.indexOf(step) - 1];

/** The fields of each page, by the names under which they are posted. */
export const stepFields = {
  company: ['zoneId', 'company.country', 'company.name', 'company.number', 'company.registeredIn'],
  production: ['production', 'sector', 'investment.amount', 'investment.currency', 'jobs', 'exportShare', 'financing'],
  utilities: [
    'utilities.power', 'utilities.gas', 'utilities.water', 'utilities.sewerage', 'utilities.heat', 'utilities.telecom', 'utilities.road', 'utilities.rail',
  ],
  land: ['landHectares', 'wantedStart'],
  contact: ['contact.name', 'contact.email', 'contact.phone', 'contact.language', 'forum'],
} as const satisfies Readonly<Record<FormStep, readonly string[]>>;

export type LetterField = (typeof stepFields)[FormStep][number];

export const isFormStep = (text: string | undefined): text is FormStep => text !== undefined && Object.hasOwn(stepFields, text);
