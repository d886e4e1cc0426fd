import type { EmailTexts } from '../areas/emails.ts';
import { en as docket } from './docket-emails.ts';
import { en as reports } from './report-emails.ts';
import { en as obstacles } from './obstacle-emails.ts';

const openProject = 'See the project';

/** What emails say beside these names. */
export const en = {
  notices: {
    ...obstacles,
    ...docket.notices,
    ...reports,
    receipt: {
      investor: {
        subject: 'letter received',
        heading: 'We have received your letter of intent',
        paragraphs: [
          'We have received your letter of intent. When you write to us, quote {number}.',
          'Please confirm your email address with the link below: only then is a letter handed in online registered. The same page will always show where your project stands.',
          'If you have not sent a letter of intent, please ignore this email.',
        ],
        action: 'Confirm my address',
      },
    },
    'letter-received': {
      office: {
        subject: 'new letter',
        heading: 'New letter of intent received',
        paragraphs: ['A new letter of intent has been registered under number {number}. Please check it and decide.'],
        action: 'Open the project',
      },
    },
    assignment: {
      party: {
        subject: 'your answer is needed',
        heading: 'Your answer is needed',
        paragraphs: [
          'You do not need an account. Whoever has this email can answer for you: pass it on only to those who are to answer.',
        ],
        action: 'Answer',
      },
      office: {
        subject: 'new assignment',
        heading: 'A new assignment for the office',
        paragraphs: [],
        action: 'Open the assignment',
      },
      investor: {
        subject: 'your answer is needed',
        heading: 'Your answer is needed',
        paragraphs: ['You do not need an account. The link opens the page of your project.'],
        action: 'Answer',
      },
    },
    'new-link': {
      party: {
        subject: 'new link',
        heading: 'A new link for you',
        paragraphs: ['The zone office has made a new link for you. Links from earlier emails no longer open.'],
        action: 'Answer',
      },
      investor: {
        subject: 'new link',
        heading: 'A new link for you',
        paragraphs: ['The zone office has made a new link for you. Links from earlier emails no longer open.'],
        action: openProject,
      },
    },
    'address-changed': {
      investor: {
        subject: 'address changed',
        heading: 'The zone office has changed the address of your project',
        paragraphs: [
          'The zone office now writes about project {number} to another email address; it is not shown in full here. Links from earlier emails to this address no longer open.',
          'If you asked for this, you need do nothing. If you did not, reply to this email at once, and the zone office will look into who changed the address and why.',
          'If you know nothing of this project, please ignore this email.',
        ],
        action: 'Write to the zone office',
      },
    },
    invited: {
      investor: {
        subject: 'confirm your address',
        heading: 'Please confirm your email address',
        paragraphs: [
          'You have been named to get the emails about project {number}. Confirm with the link below that this address is yours; you will then see where the project stands.',
          'If you do not know this project, please ignore this email: we will not write to you again.',
        ],
        action: 'Confirm my address',
      },
    },
    'copy-sent': {
      investor: {
        subject: 'copy of your letter and answers',
        heading: 'Your letter and your answers',
        paragraphs: [
          'As was asked on the page of project {number}, here is everything that you have told us, as it stands today.',
          'If you did not ask for this copy, you need do nothing: it was sent to you alone.',
        ],
        action: 'Open the copy',
      },
    },
    'address-moved': {
      investor: {
        subject: 'address changed',
        heading: 'The email address of your project has changed',
        paragraphs: [
          'Emails about project {number} now go to another address, as was asked on the page of the project and confirmed at the new address. Links from emails to the previous address no longer open.',
          'If you did not ask for this, reply to this email at once.',
        ],
        action: 'See the project',
      },
    },
    'confirm-reminder': {
      investor: {
        subject: 'reminder: confirm your address',
        heading: 'Your email address is not confirmed yet',
        paragraphs: [
          'We wrote to this address about project {number}, and it has not been confirmed yet.',
          'Please confirm it with the link below: until then the zone office cannot be sure that its emails reach you. The same page always shows where your project stands.',
          'If you know nothing of this project, please ignore this email.',
        ],
        action: 'Confirm my address',
      },
    },
    'address-corrected': {
      investor: {
        subject: 'confirm your address',
        heading: 'Please confirm your email address',
        paragraphs: [
          'The zone office has recorded this address for project {number}. From now on we will write to you here.',
          'Please confirm it with the link below. The same page always shows where your project stands and what is asked of you.',
          'If you do not know this project, please ignore this email.',
        ],
        action: 'Confirm my address',
      },
    },
    correction: {
      investor: {
        subject: 'correction needed',
        heading: 'Please correct your documents',
        paragraphs: ['We will continue as soon as you have replied.'],
        action: 'Send the correction',
      },
    },
    'assignment-closed': {
      party: {
        subject: 'answer no longer needed',
        heading: 'Your answer is no longer needed',
        paragraphs: ['The assignment named below is closed. You do not need to do anything else for it. Thank you.'],
        action: 'See the assignment',
      },
      investor: {
        subject: 'answer no longer needed',
        heading: 'Your answer is no longer needed',
        paragraphs: ['The assignment named below is closed. You do not need to do anything else for it.'],
        action: openProject,
      },
    },
    'answer-recorded': {
      party: {
        subject: 'paper answer recorded',
        heading: 'Your answer on paper has been recorded',
        paragraphs: [
          'The zone office has entered the answer you sent on paper. If anything in it is wrong, please reply to this email.',
        ],
        action: 'See the assignment',
      },
      investor: {
        subject: 'paper answer recorded',
        heading: 'Your answer on paper has been recorded',
        paragraphs: [
          'The zone office has entered the answer you sent on paper. If anything in it is wrong, please reply to this email.',
        ],
        action: openProject,
      },
    },
    'answer-received': {
      party: {
        subject: 'your answer received',
        heading: 'We have received your answer',
        paragraphs: [
          'This email confirms the answer that was sent through your link. If anything in it is wrong, or if you did not send it, please reply to this email.',
        ],
        action: 'See the answer',
      },
      investor: {
        subject: 'your answer received',
        heading: 'We have received your answer',
        paragraphs: [
          'This email confirms the answer that was sent through your link. If anything in it is wrong, or if you did not send it, please reply to this email.',
        ],
        action: openProject,
      },
    },
    'line-answered': {
      investor: {
        subject: 'answer on a utility line',
        heading: 'Answer received for a utility line',
        paragraphs: [
          'The organisation responsible for the utility line named below has answered. If you need to do anything, we will write to you separately.',
        ],
        action: openProject,
      },
    },
    corrected: {
      office: {
        subject: 'correction received',
        heading: 'The investor has made the correction',
        paragraphs: [
          'The investor has answered the request for correction. The stage “{stage}” is back with the office.',
        ],
        action: 'Open the project',
      },
    },
    'ready-for-decision': {
      office: {
        subject: 'ready for decision',
        heading: 'The stage is ready for a decision',
        paragraphs: ['All answers for the stage “{stage}” are in. Please decide.'],
        action: 'Decide',
      },
    },
    'stage-approved': {
      investor: {
        subject: 'stage approved',
        heading: 'A stage is approved',
        paragraphs: [
          'The stage “{stage}” of your project is approved.',
          'If you need to do anything, we will write to you separately.',
        ],
        action: openProject,
      },
    },
    'sent-back': {
      investor: {
        subject: 'sent back to an earlier stage',
        heading: 'Your project goes back to an earlier stage',
        paragraphs: [
          'The zone office has sent your project back to the stage “{stage}”.',
          'If you need to do anything, we will write to you separately.',
        ],
        action: openProject,
      },
    },
    rejected: {
      investor: {
        subject: 'project rejected',
        heading: 'Your project has been rejected',
        paragraphs: [
          'The zone office has rejected the project at the stage “{stage}”.',
          'You may appeal against this decision.',
        ],
        action: 'See the decision',
      },
    },
    withdrawn: {
      investor: {
        subject: 'project withdrawn',
        heading: 'Your project has been withdrawn',
        paragraphs: [
          'Project {number} has been withdrawn. You do not need to do anything else. If you did not ask for this, reply to this email.',
        ],
        action: openProject,
      },
      office: {
        subject: 'project withdrawn',
        heading: 'A project has been withdrawn',
        paragraphs: ['Project {number} has been withdrawn. Its open assignments are closed.'],
        action: 'Open the project',
      },
    },
    merged: {
      investor: {
        subject: 'letter merged with another one',
        heading: 'Your letter was merged with another one',
        paragraphs: [
          'Letters {number} and {kept} were found to be about the same project. Work goes on under number {kept}; letter {number} is closed.',
          'If these are two different projects, reply to this email.',
        ],
        action: openProject,
      },
    },
    terminated: {
      investor: {
        subject: 'project terminated',
        heading: 'Your project has been terminated',
        paragraphs: [
          'The zone office has terminated the project at the stage “{stage}”. You may appeal against this decision; if this email does not say how, reply to it and ask.',
        ],
        action: 'See the decision',
      },
    },
    reopened: {
      investor: {
        subject: 'project goes on',
        heading: 'Your project goes on',
        paragraphs: [
          'The closing of the project has been taken back. Work goes on at the stage “{stage}”, with new due dates.',
          'Your links open as before. If you disagree, reply to this email.',
        ],
        action: openProject,
      },
      party: {
        subject: 'project goes on',
        heading: 'The project goes on',
        paragraphs: [
          'The closing of the project has been taken back. If we need an answer from you, we will ask for it in a separate email.',
        ],
        action: 'See the project',
      },
      office: {
        subject: 'project goes on',
        heading: 'A project goes on',
        paragraphs: [
          'The head of the office has taken the closing of the project back. Work goes on at the stage “{stage}”, with new due dates.',
        ],
        action: 'Open the project',
      },
    },
    suspended: {
      investor: {
        subject: 'project suspended',
        heading: 'Your project is suspended',
        paragraphs: ['The project is suspended and its deadlines are on hold. We will write to you when it resumes.'],
        action: openProject,
      },
      party: {
        subject: 'project suspended',
        heading: 'The project is suspended',
        paragraphs: [
          'The project is suspended and the deadline for your assignment is on hold. We will write to you when it resumes.',
        ],
        action: 'See the assignment',
      },
      office: {
        subject: 'project suspended',
        heading: 'A project is suspended',
        paragraphs: ['The project is suspended and its deadlines are on hold. Please review it by the date below.'],
        action: 'Open the project',
      },
    },
    'moratorium-began': {
      investor: {
        subject: 'deadline on hold',
        heading: 'A supplier issues nothing for now',
        paragraphs: [
          'The supplier issues no technical conditions in the zone for now, so the deadline for this line is on hold. This is not your fault and needs nothing from you; we will write to you when it goes on.',
        ],
        action: openProject,
      },
    },
    'moratorium-ended': {
      investor: {
        subject: 'deadline runs again',
        heading: 'The supplier issues technical conditions again',
        paragraphs: [
          'The moratorium is over. The deadline for this line runs again, with the working days that were left.',
        ],
        action: openProject,
      },
    },
    'pause-renewed': {
      investor: {
        subject: 'suspension renewed',
        heading: 'The suspension of your project goes on',
        paragraphs: ['The suspension was renewed: deadlines stay on hold until the date below.'],
        action: openProject,
      },
      party: {
        subject: 'suspension renewed',
        heading: 'The suspension of the project goes on',
        paragraphs: [
          'The suspension was renewed: the deadline for your assignment stays on hold until the date below.',
        ],
        action: 'See the assignment',
      },
      office: {
        subject: 'suspension renewed',
        heading: 'A suspension was renewed',
        paragraphs: [
          'The suspension was renewed: deadlines stay on hold. If nobody renews it again by the date below, it ends by itself.',
        ],
        action: 'Open the project',
      },
    },
    'pause-ended': {
      investor: {
        subject: 'suspension ended',
        heading: 'Your project goes on',
        paragraphs: [
          'The suspension was not renewed by its review date, so it ended by itself. Deadlines are running again and have been extended by the length of the suspension.',
        ],
        action: openProject,
      },
      party: {
        subject: 'suspension ended',
        heading: 'The project goes on',
        paragraphs: [
          'The suspension was not renewed by its review date, so it ended by itself. We need your answer again; its deadline has been extended by the length of the suspension.',
        ],
        action: 'Answer',
      },
      office: {
        subject: 'suspension ended',
        heading: 'A suspension ended by itself',
        paragraphs: [
          'Nobody renewed the suspension by its review date, so it ended by itself. Deadlines are running again and have been extended by the length of the suspension.',
        ],
        action: 'Open the project',
      },
    },
    resumed: {
      investor: {
        subject: 'project resumed',
        heading: 'Your project has resumed',
        paragraphs: [
          'The suspension has ended. Deadlines are running again and have been extended by the length of the suspension.',
        ],
        action: openProject,
      },
      party: {
        subject: 'project resumed',
        heading: 'The project has resumed',
        paragraphs: [
          'The suspension has ended. We need your answer again; its deadline has been extended by the length of the suspension.',
        ],
        action: 'Answer',
      },
      office: {
        subject: 'project resumed',
        heading: 'A project has resumed',
        paragraphs: [
          'The suspension has ended. Deadlines are running again and have been extended by the length of the suspension.',
        ],
        action: 'Open the project',
      },
    },
    extended: {
      investor: {
        subject: 'due date extended',
        heading: 'A due date has been extended',
        paragraphs: ['The zone office has set a later due date.'],
        action: openProject,
      },
      party: {
        subject: 'due date extended',
        heading: 'Your due date has been extended',
        paragraphs: ['The zone office has set a later due date for your answer.'],
        action: 'Answer',
      },
      office: {
        subject: 'due date extended',
        heading: 'A due date has been extended',
        paragraphs: ['A later due date has been set.'],
        action: 'Open the project',
      },
    },
    'time-asked': {
      office: {
        subject: 'more time asked for',
        heading: 'More time is asked for',
        paragraphs: [
          'Whoever has to answer asks for a later date. Please set it or say why the date stays; they get your answer by email.',
        ],
        action: 'Decide',
      },
    },
    'road-map-change': {
      office: {
        subject: 'change of the road map proposed',
        heading: 'A change of the road map is proposed',
        paragraphs: [
          'The road map stays as it is until somebody above has accepted the change. The explanation is below.',
        ],
        action: 'Open the project',
      },
    },
    'time-refused': {
      investor: {
        subject: 'due date stays',
        heading: 'The due date stays as it is',
        paragraphs: ['The zone office cannot give you more time. The reason is below.'],
        action: 'See the project',
      },
      party: {
        subject: 'due date stays',
        heading: 'The due date stays as it is',
        paragraphs: ['The zone office cannot give your organisation more time. The reason is below.'],
        action: 'Answer',
      },
    },
    'document-refused': {
      investor: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: [
          'The file of the document named below contained a virus, or it is password-protected or damaged. We have removed it and it has not been accepted. Please check your device and add the document again.',
        ],
        action: 'Add the document again',
      },
      party: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: [
          'The file of the document named below contained a virus, or it is password-protected or damaged. We have removed it and it has not been accepted. Please check your device and add the document again.',
        ],
        action: 'Add the document again',
      },
      office: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: [
          'A file that your office added to this project contained a virus, or it is password-protected or damaged. It has been removed and was not accepted. Please add the document again.',
        ],
        action: 'Open the project',
      },
    },
    'document-returned': {
      investor: {
        subject: 'a document has to be replaced',
        heading: 'Please replace a document',
        paragraphs: [
          'The zone office has looked at the document named below and cannot use it. The stage goes on; please upload another version.',
        ],
        action: 'Upload the document',
      },
    },
    'stage-late': {
      investor: {
        subject: 'the stage has passed its date',
        heading: 'A stage of your project has passed its date',
        paragraphs: [
          'This stage was to be decided by the date below, and there is no decision yet. The page of your project shows who is to act now and by when.',
          'You can write to the zone office by replying to this email, or report an obstacle on the page of your project.',
        ],
        action: 'See the project',
      },
    },
    'document-replaced': {
      office: {
        subject: 'new version of a document',
        heading: 'A document has been replaced',
        paragraphs: ['A new version of the document named below has been received. The earlier version has been kept.'],
        action: 'Open the project',
      },
    },
    'question-answered': {
      investor: {
        subject: 'answer to your question',
        heading: 'The zone office has answered your question',
        paragraphs: [
          'Question and answer also stand on the page of your project. If something is still unclear, ask again there.',
        ],
        action: 'See the project',
      },
    },
    'construction-started': {
      investor: {
        subject: 'construction has started',
        heading: 'Construction has started',
        paragraphs: [
          'The start of construction has been confirmed and the seventh stage is closed. Congratulations, and thank you for your work.',
        ],
        action: openProject,
      },
    },
  },
  email: {
    greeting: {
      investor: 'Dear investor,',
      party: 'Dear colleagues,',
      office: 'Dear colleagues,',
      headquarters: 'Dear members of the task force,',
      leadership: 'Dear colleagues,',
    },
    answerBy: 'answer by {due}',
    dueOn: 'due {due}',
    rows: {
      ...docket.rows,
      document: 'Document',
      asked: 'Assignment',
      addressee: 'Who must answer',
      project: 'Project',
      investor: 'Investor',
      zone: 'Zone',
      stage: 'Stage',
      next: 'Next stage',
      line: 'Utility line',
      need: 'Needed',
      answer: 'Answer',
      decision: 'Decision',
      reason: 'Reason',
      from: 'Previous due date',
      extendedTo: 'New due date',
      wished: 'Requested due date',
      pausedUntil: 'Suspended until',
      answerBy: 'Answer by',
      receivedOn: 'Day of receipt',
      officeAnswersBy: 'The zone office will answer by',
      due: 'Due date',
      owner: 'Now with',
      author: 'Written by',
      answeredBy: 'Answered by',
      newAddress: 'New address',
    },
    quotes: {
      question: 'The question',
      explanation: 'Explanation',
      conditions: 'Conditions',
      appeal: 'How to appeal',
      report: 'The obstacle',
      answer: 'The answer',
      resolution: 'How it was resolved',
      note: 'The note',
      refusal: 'Reason given for the refusal',
    },
    documents: 'Documents needed',
    product: 'Investor road map',
    copyAddress: 'If the link does not open, copy this address into the browser:',
    companion: 'Your companion at the office: {name}',
    noticeNumber: 'Notice no. {noticeNumber}',
    everything: 'Everything that is asked of you',
    questions: 'Questions? Reply to this email and the zone office will get your message.',
  },
  digest: {
    subject: {
      fresh: 'new: {count}',
      overdue: 'overdue: {count}',
      soon: 'due soon: {count}',
      unspent: 'money unspent: {count}',
      instructions: 'task force instructions: {count}',
      promises: 'papers without a next step: {count}',
    },
    heading: 'Assignments on {date}',
    intro: {
      investor: 'These assignments are waiting for your answer.',
      party: 'These assignments are waiting for your answer.',
      office: 'These assignments need the attention of the office.',
      headquarters: 'These assignments are overdue and need the attention of the task force.',
      leadership: 'These matters are past their time and need your attention.',
      instructions: 'These instructions of the task force concern you.',
      promises: 'Nobody is working on these papers that were signed at forums.',
    },
    instruction: 'Instruction {number}, meeting of {date}',
    stops:
      'We remind you 5 working days and 1 working day before the due date, 1 working day after it and then once a week. The reminders stop once you have answered.',
    sections: {
      fresh: 'New since the last working day',
      escalated: 'Referred to you',
      overdue: 'Overdue',
      soon: 'Due soon',
      unspent: 'Money that will stay unspent',
      instructions: 'Instructions of the task force that you answer for',
      instructionsReferred: 'Instructions of the task force not carried out in time',
      promises: 'Signed at forums, without a next step',
      'zone-obstacle': 'Obstacles of the whole zone',
      'nobody-answers': 'Nobody is responsible for these obstacles any longer: name another person',
      stale: 'Projects to check',
    },
    stale: 'not checked for 30 days: {count}',
    due: 'due {due}',
    late: { one: '{count} working day late', other: '{count} working days late' },
    worker: { reader: 'you are working on it', colleague: 'a colleague is working on it' },
    more: 'Not shown here: {count}',
    review: 'suspension: renew it, or it ends by itself',
    unconfirmed: 'address not confirmed',
    workList: 'Open the work list',
  },
} satisfies EmailTexts;
