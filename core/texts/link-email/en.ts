import type { LinkEmailTexts } from './shape.ts';

export const en: LinkEmailTexts = {
  draft: {
    subject: 'Your letter of intent is saved',
    heading: 'Your letter of intent is saved',
    paragraphs: [
      'You have not handed it in yet. The link opens it where you left it; it works for 30 days after your last change.',
      'Whoever has the link can read and change the letter. If you have not saved a letter, please ignore this email.',
    ],
    action: 'Go on with the letter',
  },
  project: {
    subject: 'Your link to project {number}',
    heading: 'Your link to project {number}',
    paragraphs: ['The link opens the page of your project. If you have not asked for it, please ignore this email.'],
    action: 'See the project',
  },
  party: {
    subject: 'Requests to your organisation, with new links',
    heading: 'Requests to your organisation, with new links',
    paragraphs: [
      'The zone office now writes to your organisation at this address. The requests below wait for your answer. You need no account: each link opens one of them.',
      'Links in emails to the former address no longer open.',
    ],
    action: 'What is asked',
  },
  refused: {
    subject: 'A file of your letter was refused',
    heading: 'A file of your letter was refused',
    paragraphs: ['A virus was found in a file of your letter of intent, or the file is locked or damaged. It was removed. Please check your device, open the letter by the link and add the document again.'],
    action: 'Open the letter',
  },
};
