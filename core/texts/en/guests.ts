import type { GuestTexts } from '../areas/guests.ts';

export const en: GuestTexts = {
  subject: 'Invitation: {forum}',
  greeting: 'Good day,',
  invited: 'You are invited to the forum “{forum}”. Organiser: {zone}.',
  linkText:
    'Please say by the link whether you will come. You need no account; whoever has the link can answer for you.',
  days: 'Dates',
  company: 'Company',
  owner: 'Your contact at the office',
  answer: 'Answer the invitation',
  will: 'Will you come?',
  accepted: 'Yes, I will come',
  declined: 'No, I cannot come',
  reason: 'Why not',
  reasonHint: 'Only if you cannot come',
  send: 'Send the answer',
  isAccepted: 'You have said that you will come.',
  isDeclined: 'You have said that you cannot come.',
  change: 'You can change your answer until the forum is over.',
  over: 'The invitation can no longer be answered.',
};
