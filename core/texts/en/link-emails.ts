import type { LinkEmailTexts } from '../areas/link-emails.ts';

export const en: LinkEmailTexts = {
  draft: {
    subject: 'Your letter of intent is saved',
    heading: 'Your letter of intent is saved',
    paragraphs: [
      'You have not submitted it yet. The link opens it where you left off; it works for 30 days after your last change.',
      'Anyone who has the link can read and change the letter. If you did not save a letter, please ignore this email.',
    ],
    action: 'Continue the letter',
  },
  ending: {
    subject: 'Your letter of intent will be deleted on {date}',
    heading: 'Your letter of intent will be deleted on {date}',
    paragraphs: [
      'You saved a letter of intent and have not submitted it. If you change nothing, it will be deleted on {date}. Open it with the link and continue.',
      'Anyone who has the link can read and change the letter. If you did not save a letter, please ignore this email.',
    ],
    action: 'Continue the letter',
  },
  all: {
    subject: 'Links to your projects and letters',
    text: 'Each link opens one of them. Anyone who has a link can act for you. If you did not ask for this, please ignore this email.',
    projects: 'Projects',
    drafts: 'Letters not submitted yet',
  },
  rows: { company: 'Company', page: 'Page', pageOf: '{number} of {count}', until: 'Kept until' },
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
    paragraphs: [
      'A file of your letter of intent contained a virus, or it is password-protected or damaged. We have removed it. Please check your device, open the letter with the link and add the document again.',
    ],
    action: 'Open the letter',
  },
  access: {
    asked: {
      subject: '{name} asks for access',
      paragraph: 'Somebody who can sign in has asked for a role. Please check who it is, then give the role or refuse.',
      role: 'Role',
      place: 'Zone or region',
      email: 'Email address, verified by the sign-in service',
      text: 'What they write',
      action: 'Give or refuse',
    },
    refused: {
      subject: 'The role you asked for was not given',
      paragraph: 'You asked for a role. It was not given.',
      reason: 'Reason',
      action: 'Ask again',
    },
  },
  roles: {
    given: {
      subject: 'You have a new role',
      paragraphs: [
        'The list below shows your new role.',
        'Sign in to use it. If you are signed in already, sign out first: a new role counts only after you sign in again.',
      ],
    },
    asked: {
      subject: 'You have the role you asked for',
      paragraphs: [
        'You asked for access. The list below shows your role.',
        'You can use it at once: open the site in the browser in which you asked, or sign in anew.',
      ],
    },
    open: 'Open the site',
    days: {
      subject: 'A role of yours has new dates',
      paragraphs: ['The list below shows the role and its new dates. You do not need to do anything.'],
    },
    ended: {
      subject: 'A role of yours has ended',
      paragraphs: ['The role below is no longer yours. You do not need to do anything.'],
    },
    greeting: 'Dear colleague,',
    action: 'Sign in',
    wrong: 'If this is wrong, reply to this email or tell the person who made the change.',
    by: 'Changed by',
    listGiven: 'Roles given',
    listDays: 'New dates',
    listEnded: 'Roles ended',
    from: 'from {date}',
    until: 'until {date}',
    standsIn: 'stands in for {name}',
    region: 'region: {zones}',
  },
};
