import type { LetterTexts } from './shape.ts';

export const en: LetterTexts = {
  start: {
    title: 'Build your plant in a special economic zone',
    lead: 'Begin with a letter of intent. From then on you see on one page which stage your project is in, who holds it and until when, up to the start of construction.',
    what: 'Hand in a letter of intent',
    need: 'What you need',
    needs: [
      'the name and number of your company (also a foreign one)',
      'what you will produce, the investment and the number of jobs',
      'the land and the power, gas and water you need, as well as you know it',
      'the letter signed by your director, as a PDF or a photo',
    ],
    time: 'It takes about ten minutes. You can save it and go on later. No account is needed.',
    button: 'Begin the letter',
    goOn: 'Have you saved a letter? Open it by the link in the email.',
    track: 'Have you handed in a letter already?',
    trackLink: 'Have the link to your project sent to you',
    path: 'Seven stages to the start of construction',
  },
  steps: {
    company: 'Zone and company', production: 'Production and figures', utilities: 'Utilities', land: 'Land and dates',
    contact: 'Contact', documents: 'Documents', check: 'Check your answers',
  },
  step: 'Page {number} of {count}',
  labels: {
    zoneId: 'Zone', country: 'Where is the company registered?', name: 'Name of the company', number: 'Company number', registeredIn: 'Country',
    production: 'What will you produce?', sector: 'Sector', investment: 'Investment', jobs: 'Jobs', exportShare: 'Share for export', financing: 'Where does the money come from?',
    landHectares: 'Land, hectares', wantedStart: 'When do you want to start construction?', contactName: 'Name', email: 'Email address', phone: 'Telephone',
    language: 'Language of our emails', forum: 'Forum', file: 'Signed letter', consent: 'Consent',
  },
  hints: {
    number: 'Kazakhstan: BIN, 12 digits. Uzbekistan: TIN, 9 digits. Elsewhere the number in the commercial register.',
    registeredIn: 'Only for a company from another country',
    production: 'A few sentences',
    investment: 'For example 12 000 000 000',
    exportShare: 'Per cent of the output, from 0 to 100',
    utilities: 'Leave empty what you do not need. You can correct the figures later with the zone office.',
    email: 'We write to this address; you confirm it by a link',
    phone: 'With the country code',
    language: 'You can read the pages in any language',
    forum: 'The investment forum at which you decided, if there was one',
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
    link: 'Save and go on later', title: 'Save and go on later', text: 'We send you a link that opens the letter where you left it. It works for 30 days after your last change.',
    button: 'Send me the link', done: 'The link is on its way', doneText: 'We have sent it to the address you gave. You may close this page.',
  },
  file: { kept: 'Attached:', replace: 'Another file replaces it.' },
  check: {
    text: 'Check what you have written. You can still change everything.',
    button: 'Hand in the letter',
    consent: 'I agree that these data are used to handle the letter, and I may speak for the company.',
  },
  receipt: {
    title: 'Your letter of intent has arrived', number: 'Quote when you write to us:', next: 'What happens next',
    confirm: 'We have sent you an email. Confirm your address by the link in it: only then is the letter registered.',
    check: 'The zone office checks the letter. Until when it answers stands on the page of your project.',
    track: 'See where your project stands', documents: 'Documents for the next stage', documentsText: 'You can prepare them now. The office will ask for them when your letter is accepted.',
  },
  another: {
    title: 'Have the link to your project sent to you', text: 'We send the link to the address that you gave in your letter.',
    number: 'Project number', email: 'Email address', button: 'Send me the link', done: 'Look into your mailbox',
    doneText: 'If the number and the address belong together, the link is on its way. If nothing arrives, write to the zone office.',
  },
};
