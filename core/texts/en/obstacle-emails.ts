import type { ObstacleNotices } from '../areas/obstacle-emails.ts';

export const en: ObstacleNotices = {
  'obstacle-raised': {
    office: {
      subject: 'obstacle reported',
      heading: 'The investor reports an obstacle',
      paragraphs: [
        'The investor has reported an obstacle to project {number}. Please look into it: remove it, or pass it to whoever can.',
      ],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'obstacle recorded',
      heading: 'The zone office has recorded an obstacle',
      paragraphs: [
        'The zone office has recorded an obstacle to your project. We will write to you when it is removed.',
      ],
      action: 'See the obstacle',
    },
  },
  'obstacle-asked': {
    party: {
      subject: 'please remove an obstacle',
      heading: 'Please remove an obstacle',
      paragraphs: [
        'This project has an obstacle that you can help to remove. Please remove it and tell us what you have done, or tell us why that is not possible.',
        'You can answer by replying to this email. Please keep the project number in the subject.',
      ],
      action: 'Read it and answer',
    },
    office: {
      subject: 'obstacle with the office',
      heading: 'An obstacle is back with the office',
      paragraphs: ['An obstacle to project {number} has been passed to the office. Please look into it.'],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'please remove an obstacle',
      heading: 'Please help to remove an obstacle',
      paragraphs: [
        'The zone office asks you to help with an obstacle to your project. Please read what is needed and reply.',
      ],
      action: 'Read it and answer',
    },
  },
  'obstacle-handed-over': {
    investor: {
      subject: 'obstacle handed over',
      heading: 'An obstacle has been handed over',
      paragraphs: [
        'An organisation that can remove the obstacle to your project is now dealing with it. It is named below.',
      ],
      action: 'See the obstacle',
    },
  },
  'obstacle-closed': {
    party: {
      subject: 'obstacle no longer with you',
      heading: 'The obstacle is no longer with you',
      paragraphs: ['You do not need to do anything else about the obstacle named below. Thank you.'],
      action: 'See the assignment',
    },
  },
  'obstacle-answered': {
    party: {
      subject: 'answer about an obstacle',
      heading: 'New message about an obstacle assigned to you',
      paragraphs: ['You can answer by replying to this email. Please keep the project number in the subject.'],
      action: 'Read it and answer',
    },
    office: {
      subject: 'answer about an obstacle',
      heading: 'New message about an obstacle',
      paragraphs: [
        'There is a new message about an obstacle to project {number}. Please check whether the obstacle can now be closed.',
      ],
      action: 'Open the obstacle',
    },
    investor: {
      subject: 'answer about an obstacle',
      heading: 'New message about an obstacle to your project',
      paragraphs: ['The message is below. The obstacle stays open until it is resolved.'],
      action: 'See the obstacle',
    },
  },
  'obstacle-resolved': {
    investor: {
      subject: 'obstacle resolved',
      heading: 'An obstacle has been resolved',
      paragraphs: [
        'The zone office considers the obstacle resolved. If it is still holding up your project, please report it again.',
      ],
      action: 'See the project',
    },
    office: {
      subject: 'obstacle resolved',
      heading: 'The investor says that an obstacle is resolved',
      paragraphs: [
        'The investor has marked an obstacle to project {number} as resolved. You do not need to do anything else about it.',
      ],
      action: 'Open the project',
    },
  },
  'note-shared': {
    investor: {
      subject: 'note from the office',
      heading: 'The zone office has written to you',
      paragraphs: ['The zone office has left a note for you on your project page. You can read it below.'],
      action: 'See the project',
    },
  },
};
