import type { HandlingTexts } from '../areas/handling.ts';

export const en: HandlingTexts = {
  more: 'What else you can do',
  worksOn: 'Who works on it',
  nobody: 'Not assigned',
  you: 'You',
  formerColleague: 'A former colleague',
  answeredBy: 'Answered by',
  preview: 'Check and see the emails',
  confirm: 'Confirm',
  check: 'Check before you confirm',
  party: 'Who gets it',
  otherKinds: 'Organisations of other kinds',
  due: 'Due date (unchanged)',
  from: 'Previously with',
  reason: 'Reason',
  explanation: 'Explanation',
  sentAgain: 'Times sent again',
  undelivered: 'Emails that did not arrive',
  undeliveredText: 'Correct the address first, then send the assignment again and record here what you did.',
  firstAddress:
    'You can add an email address here. We will send an email to it to confirm it; until it is confirmed, nothing can be done with links sent to it. From then on the investor is written to by email as well.',
  mendContact: 'Correct the contact of the investor',
  partysAddress:
    'The address of a party is changed by the administrator, under “{menu}”, “Responsible parties”. Once it has been changed, open assignments are sent to the new address automatically.',
  steps: {
    'send-again': {
      title: 'Send the email again',
      text: 'The same email will be sent again with the same link, at most three times a day.',
      button: 'Send it again',
      done: 'The email has been sent.',
    },
    'hand-over': {
      title: 'Give it to another party',
      text: 'The new party will get the email. The previous one will be told that its answer is no longer needed, and its link will stop working. The due date does not change ({due}); you can extend it afterwards. That party’s obstacles on this line move with it, and all of them if it has nothing else to answer here.',
      button: 'Give it to this party',
      done: 'The assignment has been passed to the other party.',
    },
    take: {
      title: 'Take it on',
      text: 'Your colleagues will see that you are working on it. Anyone who could decide before still can.',
      button: 'I will work on it',
      done: 'You are now working on it.',
    },
    'take-over': {
      title: 'Take it over',
      text: '{worker} is working on it now. Take it over if your colleague is away.',
      button: 'Take it over from this colleague',
      done: 'You are now working on it in place of your colleague.',
    },
    'give-back': {
      title: 'Give it back',
      text: 'It will no longer be assigned to anyone ({worker} has it now); everyone in the office will see that it is free.',
      button: 'Give it back to the office',
      done: 'It is now free for anyone in the office.',
    },
    'renew-link': {
      title: 'Make a new link',
      text: 'Links in earlier emails about this assignment will stop working and a new one will be sent. Do this if an email has reached the wrong person.',
      button: 'Make and send the new link',
      done: 'The new link has been sent; earlier links no longer work.',
    },
    'tracking-link': {
      title: 'Make a new link for the investor',
      text: 'Links to this project in earlier emails will stop working and a new one will be sent to the investor. Do this if a link has reached the wrong person.',
      button: 'Make and send the new link',
      done: 'The new link has been sent; earlier links no longer work.',
    },
    contact: {
      title: 'Correct the contact of the investor',
      text: 'We will send an email to the new address to confirm it. Links sent to the old address will stop working; emails still waiting will go to the new one. The old address will be told of the change. Until the new address is confirmed, nothing can be done with links sent to it.',
      button: 'Correct the contact',
      done: 'The contact has been corrected.',
    },
  },
};
