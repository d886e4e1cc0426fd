import type { TrackingTexts } from './shape.ts';

export const en: TrackingTexts = {
  title: 'Project {number}',
  facts: {
    company: 'Company', zone: 'Zone', stage: 'Stage', heldBy: 'Who holds it', since: 'Since', until: 'Until', line: 'Utility line',
    party: 'Responsible party', state: 'State', reason: 'Reason', note: 'What was written to you', office: 'Zone office', you: 'You',
  },
  headings: {
    do: 'What you can do now', now: 'Where it stands', stages: 'The seven stages', lines: 'Utility lines', news: 'What has happened', more: 'More',
  },
  nothing: 'Nothing is asked of you now. We will write to you when that changes.',
  ended: 'The path of this project has ended. Nothing more is asked of you.',
  suspended: 'The project is suspended and its due dates do not run. It is looked at again on {date}.',
  due: { answerBy: 'Answer by {date}', late: 'This was due by {date}. Please answer as soon as you can.' },
  confirm: {
    heading: 'Confirm your email address',
    text: 'Confirm that this address is yours: then your letter counts, and the office can write to you.',
    button: 'Confirm my address',
    done: 'Your address is confirmed.',
  },
  answer: {
    open: 'Answer',
    correct: 'Send the correction',
    note: 'What you have corrected',
    noteHint: 'Say in a few sentences what you have changed and where it can be seen.',
    sent: 'Your answer has been sent.',
    over: 'This has been answered already, or no answer is needed any more.',
  },
  withdraw: {
    link: 'Withdraw the project',
    title: 'Withdraw the project?',
    text: 'All work on the project ends and everybody who is working on it is told. This cannot be undone; you can hand in a new letter at any time.',
    reason: 'Why you withdraw',
    button: 'Yes, withdraw it',
    done: 'The project has been withdrawn.',
  },
  keepLink: 'Keep the address of this page: it is yours alone and always shows the present state. Whoever has it can act for you.',
  anotherLink: 'Have another link sent to you',
  events: {
    'letter-submitted': 'The letter of intent arrived.',
    'address-confirmed': 'The email address was confirmed.',
    'road-map-approved': 'The road map was approved.',
    'stage-opened': 'Stage begun: {stage}. To be decided by {date}.',
    'stage-decided': '{stage}: {outcome}.',
    'assignment-opened': 'You were asked for: {assignment}. Answer by {date}.',
    'assignment-answered': '{assignment}: {outcome}.',
    suspended: 'The project was suspended; it is looked at again on {date}.',
    resumed: 'The project goes on.',
    extended: 'A due date was extended to {date}.',
    ended: 'The path of the project ended: {ending}.',
  },
};
