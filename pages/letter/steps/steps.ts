export const letterSteps = ['company', 'production', 'utilities', 'land', 'contact', 'documents', 'check'] as const;
export type LetterStep = (typeof letterSteps)[number];
export type FormStep = Exclude<LetterStep, 'documents' | 'check'>;

export const stepAfter = (step: LetterStep): LetterStep => letterSteps[letterSteps.indexOf(step) + 1] ?? 'check';
export const stepBefore = (step: LetterStep): LetterStep | undefined => letterSteps[letterSteps.indexOf(step) - 1];

/** The fields of each page, in its order, by the names under which they are posted. */
export const stepFields = {
  company: ['zoneId', 'company.country', 'company.registeredIn', 'company.name', 'company.number'],
  production: ['production', 'sector', 'investment.amount', 'investment.currency', 'jobs', 'exportShare', 'financing'],
  utilities: [
    'utilities.power',
    'utilities.gas',
    'utilities.water',
    'utilities.sewerage',
    'utilities.heat',
    'utilities.telecom',
    'utilities.road',
    'utilities.rail',
  ],
  land: ['landHectares', 'wantedStart'],
  contact: ['contact.name', 'contact.email', 'contact.phone', 'contact.language', 'forum'],
} as const satisfies Readonly<Record<FormStep, readonly string[]>>;

export type LetterField = (typeof stepFields)[FormStep][number];

/** Fields that are numbers; each is posted with what tells how it is read (core/kernel/typed-number.ts). */
export const numberFields = [
  'investment.amount',
  'jobs',
  'exportShare',
  'landHectares',
  ...stepFields.utilities,
] as const satisfies readonly LetterField[];

/** A line that is needed though nobody knows yet how much. */
export const unknownNeed = (field: LetterField): string => `${field}.unknown`;

const besides: readonly string[] = [
  ...numberFields.flatMap((name) => [`${name}.in`, `${name}.meant`]),
  ...stepFields.utilities.map(unknownNeed),
];

export const postedNames = (step: FormStep): readonly string[] => [
  ...stepFields[step],
  ...besides.filter((name) => (stepFields[step] as readonly string[]).some((field) => name.startsWith(`${field}.`))),
];

export const isFormStep = (text: string | undefined): text is FormStep =>
  text !== undefined && Object.hasOwn(stepFields, text);
