import type { ObstacleNotices } from './shape.ts';

export const en: ObstacleNotices = {
  'obstacle-raised': {
    office: {
      subject: 'obstacle reported',
      heading: 'The investor reports an obstacle',
      paragraphs: ['Something stands in the way of project {number}. Please look at it: remove it, or hand it over to whoever can.'],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'obstacle recorded',
      heading: 'The zone office has recorded an obstacle',
      paragraphs: ['The zone office has recorded something that stands in the way of your project. We will write to you when it is removed.'],
      action: 'See the obstacle',
    },
  },
  'obstacle-asked': {
    party: {
      subject: 'please remove an obstacle',
      heading: 'An obstacle is with you now',
      paragraphs: [
        'Something that you can change stands in the way of this project. Please remove it and tell us what you have done, or tell us why that is not possible.',
        'You can answer by replying to this email. Please keep the project number in the subject.',
      ],
      action: 'Read it and answer',
    },
    office: {
      subject: 'obstacle with the office',
      heading: 'An obstacle is with the office again',
      paragraphs: ['An obstacle of project {number} has been handed over to the office. Please look at it.'],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'please remove an obstacle',
      heading: 'An obstacle is with you now',
      paragraphs: ['The zone office asks you to help with an obstacle of your project. Please read what is asked and answer.'],
      action: 'Read it and answer',
    },
  },
  'obstacle-handed-over': {
    investor: {
      subject: 'obstacle handed over',
      heading: 'An obstacle has been handed over',
      paragraphs: ['The obstacle of your project is now with the one who can remove it. Its name stands below.'],
      action: 'See the obstacle',
    },
  },
  'obstacle-closed': {
    party: {
      subject: 'obstacle no longer with you',
      heading: 'The obstacle is no longer with you',
      paragraphs: ['You need do nothing more about the obstacle named below. Thank you.'],
      action: 'See the assignment',
    },
  },
  'obstacle-answered': {
    party: {
      subject: 'answer about an obstacle',
      heading: 'There is an answer about an obstacle that is with you',
      paragraphs: ['You can answer by replying to this email. Please keep the project number in the subject.'],
      action: 'Read it and answer',
    },
    office: {
      subject: 'answer about an obstacle',
      heading: 'There is an answer about an obstacle',
      paragraphs: ['Somebody has written about an obstacle of project {number}. Please see whether it can be resolved now.'],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'answer about an obstacle',
      heading: 'There is an answer about an obstacle of your project',
      paragraphs: ['The answer stands below. The obstacle stays open until it is resolved.'],
      action: 'See the obstacle',
    },
  },
  'obstacle-resolved': {
    investor: {
      subject: 'obstacle resolved',
      heading: 'An obstacle has been resolved',
      paragraphs: ['The zone office considers the obstacle resolved. If it still stands in your way, please report it once more.'],
      action: 'See the project',
    },
    office: {
      subject: 'obstacle resolved',
      heading: 'The investor says that an obstacle is resolved',
      paragraphs: ['The investor has marked an obstacle of project {number} as resolved. You need do nothing more about it.'],
      action: 'Open the project',
    },
  },
  'note-shared': {
    investor: {
      subject: 'note from the office',
      heading: 'The zone office has written to you',
      paragraphs: ['The zone office has left a note for you on the page of your project. It stands below.'],
      action: 'See the project',
    },
  },
};
