import type { LetterTexts } from './shape.ts';

export const en: LetterTexts = {
  start: {
    title: 'Build your plant in a special economic zone',
    lead: 'Start with a letter of intent. After that, one page shows you which stage your project is at, who is dealing with it and by when, right up to the start of construction.',
    what: 'Submit a letter of intent',
    need: 'What you need',
    needs: [
      'the name and number of your company (also a foreign one)',
      'what you will produce, the investment and the number of jobs',
      'the land, power, gas and water you need, as far as you know',
      'the letter signed by your director, as a PDF or a photo',
    ],
    time: 'It takes about ten minutes. You can save it and continue later. You do not need an account.',
    button: 'Start now',
    goOn: 'Have you already saved a letter? Use the link in the email to open it.',
    track: 'Have you already submitted a letter?',
    trackLink: 'Get the link to your project',
    path: 'Seven stages to the start of construction',
  },
  steps: {
    company: 'Zone and company', production: 'Production and figures', utilities: 'Utilities', land: 'Land and dates',
    contact: 'Contact', documents: 'Documents', check: 'Check your answers',
  },
  step: 'Page {number} of {count}',
  labels: {
    zoneId: 'Zone', country: 'Where is the company registered?', name: 'Name of the company', number: 'Company registration number', registeredIn: 'Country',
    production: 'What will you produce?', sector: 'Sector', investment: 'Investment', jobs: 'Jobs', exportShare: 'Share of output for export (%)', financing: 'Source of financing',
    landHectares: 'Land needed (hectares)', wantedStart: 'When do you want to start construction?', contactName: 'Name', email: 'Email address', phone: 'Telephone',
    language: 'Language of our emails', forum: 'Forum', file: 'Signed letter', consent: 'Consent',
  },
  hints: {
    number: 'Kazakhstan: BIN, 12 digits. Uzbekistan: TIN, 9 digits. Elsewhere the number in the commercial register.',
    registeredIn: 'Only for a company from another country',
    production: 'A few sentences',
    investment: 'For example 12 000 000 000',
    exportShare: 'Percentage of output, from 0 to 100',
    utilities: 'Leave empty what you do not need. You can correct the figures later with the zone office.',
    email: 'We will write to this address; you will confirm it with a link',
    phone: 'With the country code',
    language: 'You can read the pages in any language',
    forum: 'If you made your decision at an investment forum, choose it here',
    file: 'PDF, JPEG or PNG, at most 4 MB',
  },
  noForum: 'None',
  countries: { KZ: 'Kazakhstan', UZ: 'Uzbekistan', other: 'Another country' },
  needs: {
    power: 'Power, kW', gas: 'Gas, m³ an hour', water: 'Water, m³ a day', sewerage: 'Sewerage, m³ a day', heat: 'Heat, Gcal an hour',
    telecom: 'Telecom, Mbit/s', road: 'Road, trucks a day', rail: 'Rail, wagons a day',
  },
  noNeeds: 'None',
  financing: {
    'own-funds': 'Own funds', 'bank-loan': 'Bank loan', 'development-institution': 'Development institution', 'foreign-investment': 'Foreign investment', mixed: 'Several sources',
  },
  save: {
    link: 'Save and continue later', title: 'Save and continue later', text: 'We will send you a link that opens the letter where you left off. It works for 30 days after your last change.',
    button: 'Send me the link', done: 'We have sent you the link', doneText: 'We have sent it to the address you gave. You may close this page.',
  },
  file: { kept: 'Attached:', replace: 'If you upload another file, it will replace this one.' },
  check: {
    text: 'Check your answers. You can still change everything.',
    button: 'Submit the letter',
    consent: 'I agree that this information may be collected and used to handle the letter, and I am authorised to act for the company.',
  },
  receipt: {
    title: 'We have received your letter of intent', number: 'Your reference number:', next: 'What happens next',
    confirm: 'We have sent you an email. Use the link in it to confirm your address.',
    check: 'The zone office will check your letter. The date by which it must reply is shown on your project page.',
    track: 'See the progress of your project', documents: 'Documents for the next stage', documentsText: 'You can prepare them now. The office will ask for them when your letter is accepted.',
  },
  another: {
    title: 'Get the link to your project', text: 'We send the link to the address that you gave in your letter.',
    number: 'Project number', email: 'Email address', button: 'Send me the link', done: 'Check your email',
    doneText: 'If the number and the address match, we have sent you the link. If nothing arrives, contact the zone office.',
  },
};
