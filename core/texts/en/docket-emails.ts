import type { DocketEmails } from '../areas/docket-emails.ts';

export const en: DocketEmails = {
  notices: {
    'start-reminder': {
      investor: {
        subject: 'start of construction',
        heading: 'Construction has not begun yet',
        paragraphs: [
          'No start of construction has been recorded for your contract. If something stands in the way, tell the zone office now by replying to this email, or report an obstacle on the page of your project.',
          'If construction has not begun by the day of the contract, the office draws up an act of breach.',
        ],
        action: 'See your project',
      },
    },
    'breach-act': {
      investor: {
        subject: 'act of breach',
        heading: 'The zone office has drawn up an act of breach',
        paragraphs: [
          'Construction has not begun by the day of the contract. Cure the breach by the day named here: begin to build, or agree a new schedule with the zone office. Otherwise the contract can be ended by one side.',
          'You may appeal against this act; if this email does not say how, reply to it and ask.',
        ],
        action: 'See what to do',
      },
    },
    'docket-decided': {
      investor: {
        subject: 'decision on the contract',
        heading: 'The zone office has decided on your contract',
        paragraphs: [
          'This is the decision after the act of breach. What was decided, and on which ground, stands below.',
          'You may appeal against this decision; if this email does not say how, reply to it and ask.',
        ],
        action: 'See the decision',
      },
    },
    'contract-ended': {
      investor: {
        subject: 'contract ended',
        heading: 'Your contract has ended',
        paragraphs: [
          'The contract has been ended by one side, because construction did not begin. The lease of the plot ends with it, and the project is closed.',
          'You may appeal against this; if this email does not say how, reply to it and ask.',
        ],
        action: 'See the project',
      },
    },
    'docket-closed': {
      investor: {
        subject: 'act of breach settled',
        heading: 'The matter of the late start is closed',
        paragraphs: [
          'The zone office does not go on towards the end of the contract. Construction is now awaited by the day named here.',
        ],
        action: 'See your project',
      },
    },
  },
  rows: {
    contract: 'Contract',
    paper: 'Document',
    startBy: 'Construction to start by',
    cureUntil: 'To be cured by',
    newStart: 'New day of the start',
    ground: 'Ground',
    law: 'Law',
  },
};
