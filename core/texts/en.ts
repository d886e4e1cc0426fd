import { en as obstacles } from './obstacle-email/en.ts';
import type { EmailTexts, ProblemTexts, Texts } from './texts.ts';

/** English. */
export const en = {
  languageName: 'English',
  stages: {
    'letter-of-intent': 'Letter of intent',
    'council-approval': 'Application review and council approval',
    'contract-and-land': 'Participant contract and land plot',
    'technical-conditions': 'Technical conditions',
    'design-documentation': 'Design and estimate documentation',
    expertise: 'Expert review and infrastructure readiness',
    'construction-start': 'Phased start of construction',
  },
  assignments: {
    'office-decision': {
      name: 'decision of the office',
      request: 'This stage is open and waiting for your office’s decision. Please decide once all the answers are in.',
    },
    'document-check': {
      name: 'check of the documents',
      request: 'Please check the application and its documents: are they complete, do they match the priority activities and conform to the master plan?',
    },
    'council-protocol': {
      name: 'council protocol',
      request: 'Please send us the number and date of the council protocol on this project.',
    },
    contract: {
      name: 'participant contract',
      request: 'Please conclude the participant contract with the investor and record its number, date, term and the obligations of the investor.',
    },
    plot: {
      name: 'land plot',
      request: 'Please allot the land plot and tell us its cadastral number, area and lease number. If this is not possible, tell us why.',
    },
    'register-entry': {
      name: 'entry in the register of participants',
      request: 'Please enter the investor in the register of zone participants and record the number and date of the entry.',
    },
    'technical-condition': {
      name: 'technical conditions',
      request: 'Please issue the technical conditions for connection to the utility line named below, or tell us why this is not possible.',
    },
    'architectural-planning': {
      name: 'architectural-planning assignment',
      request: 'Please issue the architectural-planning assignment and tell us its number and date.',
    },
    documentation: {
      name: 'design and estimate documentation',
      request: 'Please submit the design and estimate documentation: give the designer and its licence, the number of the sketch design approval, the number of volumes and the estimated cost.',
    },
    'documentation-check': {
      name: 'check of the design and estimate documentation',
      request: 'Please check the design and estimate documentation.',
    },
    expertise: {
      name: 'expert review report',
      request: 'Please carry out the expert review of the design and estimate documentation and tell us the number and date of your report. If you have comments, return the documentation and list them.',
    },
    financing: {
      name: 'confirmation of financing',
      request: 'Please confirm the financing of this project and tell us the number and date of the confirmation.',
    },
    'line-readiness': {
      name: 'readiness of the utility lines',
      request: 'Please confirm that every utility line this project needs is ready or has a committed date.',
    },
    'start-notification': {
      name: 'notification of the start of works',
      request: 'Please notify us that construction and installation works have started: give the contractor and its licence, the technical supervisor, the number and date of the notification, and the construction phases with their dates.',
    },
    'site-confirmation': {
      name: 'confirmation of the start on site',
      request: 'Please confirm on site that construction has started and record the date of the inspection.',
    },
    documents: {
      name: 'required documents',
      request: 'The stage “{stage}” needs documents from you that have not reached us yet, or that have to be replaced. Please upload each of them; the zone office begins to check them when all are there.',
    },
    correction: {
      name: 'correction',
      request: 'The zone office has returned your documents for the stage “{stage}” for correction. Please correct the points listed below and tell us what you have changed.',
    },
    cure: {
      name: 'reply to the comments of a responsible party',
      request: 'The responsible party has returned your documents with comments ({about}). Please correct the points listed below and reply.',
    },
    refusal: {
      name: 'decision on a refusal',
      request: 'A responsible party has refused a request ({about}). Please decide what to do next: ask again or choose another solution.',
    },
    'bounced-email': {
      name: 'undelivered email',
      request: 'An email about this project could not be delivered. Please check the address and contact the recipient another way.',
    },
  },
  utilities: {
    power: 'power', gas: 'gas', water: 'water', sewerage: 'sewerage', heat: 'heat', telecom: 'telecom', road: 'road', rail: 'rail',
  },
  partyKinds: {
    'council-secretary': 'Council secretary',
    'land-department': 'Land department',
    architecture: 'Architecture department',
    'expertise-body': 'Expert review body',
    bank: 'Bank',
    power: 'Power company',
    gas: 'Gas company',
    water: 'Water company',
    sewerage: 'Wastewater company',
    heat: 'Heating company',
    telecom: 'Telecom company',
    road: 'Road authority',
    rail: 'Railway company',
  },
  roles: {
    officer: 'Officer',
    head: 'Head of office',
    headquarters: 'Task force',
    leadership: 'Regional leadership',
    administrator: 'Administrator',
  },
  holders: { office: 'Zone office', investor: 'Investor', party: 'Responsible party' },
  outcomes: {
    approved: 'approved',
    'approved-with-conditions': 'approved with conditions',
    returned: 'returned for correction',
    rejected: 'rejected',
    'sent-back': 'sent back to an earlier stage',
    done: 'done',
    issued: 'issued',
    'issued-with-conditions': 'issued with conditions',
    refused: 'refused',
    suspended: 'suspended',
    'not-needed': 'not needed',
    'asked-again': 'asked again',
  },
  reasons: {
    incomplete: 'documents are incomplete',
    inaccurate: 'information is inaccurate',
    'not-priority': 'not a priority activity',
    'master-plan': 'does not conform to the master plan',
    'no-capacity': 'no spare capacity',
    'no-plot': 'no free land plot',
    financing: 'financing is not confirmed',
    duplicate: 'duplicate of another letter',
    remarks: 'there are comments to deal with',
    weather: 'weather conditions',
    'supplier-late': 'supplier is late',
    'investor-asked': 'at the request of the investor',
    'law-changed': 'the law has changed',
    'force-majeure': 'force majeure',
    'not-started': 'construction has not started',
    'not-needed': 'no longer needed',
    'other-party': 'another party is responsible',
    other: 'another reason',
  },
  endings: {
    rejected: 'Rejected', withdrawn: 'Withdrawn', terminated: 'Terminated', 'construction-started': 'Construction started',
  },
  phases: {
    entering: 'Entering the stage', open: 'In progress', correcting: 'Waiting for a correction', ended: 'Ended', suspended: 'Suspended',
  },
  assignmentStates: {
    open: 'Waiting for an answer', paused: 'Paused', answered: 'Answered', closed: 'Closed', overdue: 'Overdue',
  },
  faults: { investor: 'investor', office: 'zone office', 'third-party': 'third party', 'force-majeure': 'force majeure' },
  notKnown: 'needed, quantity not known yet',
  units: {
    kilowatts: '{amount} kW',
    cubicMetresPerHour: '{amount} m³ an hour',
    cubicMetresPerDay: '{amount} m³ a day',
    gigacaloriesPerHour: '{amount} Gcal an hour',
    megabitsPerSecond: '{amount} Mbit/s',
    trucksPerDay: 'trucks a day: {amount}',
    wagonsPerDay: 'wagons a day: {amount}',
  },
  missing: {
    assignment: 'no answer yet: {name}',
    line: 'technical conditions not settled: {name}',
    'signed-letter': 'no signed letter',
    'being-scanned': 'still being scanned for viruses: {name}',
    'line-readiness': 'utility line has no date of readiness: {name}',
    document: 'document missing: {name}',
  },
  linkPage: {
    title: 'Assignment',
    asked: 'What we need from you',
    project: 'Project',
    stage: 'Stage',
    askedBy: 'Requested by',
    answerBy: 'Answer by',
    answered: 'This assignment has been answered. Thank you.',
    closed: 'This assignment is closed. No answer is needed.',
    invalid: 'This link is no longer valid',
    invalidNext: 'Use the link from the latest email, or reply to that email and ask for a new link.',
  },
} satisfies Texts;

/** What a refused request says; apart, because every function has it. */
export const enProblems = {
  issues: {
    invalid_type: 'Enter this in the format asked for.',
    too_small: 'The value is too short or too small.',
    too_big: 'The value is too long or too large.',
    invalid_format: 'The format is wrong.',
    invalid_value: 'Choose one of the values offered.',
    unrecognized_keys: 'This form contains a field we do not recognise.',
    invalid_union: 'The fields do not fit together.',
    custom: 'This value cannot be accepted.',
    'not-in-future': 'Choose a day in the future.',
    'too-late': 'Choose an earlier day: this one is too far ahead.',
    'not-later': 'The new due date must be later than the current one.',
    'not-a-working-day': 'Choose a working day.',
    'not-an-earlier-stage': 'Choose an earlier stage.',
    'outcome-does-not-fit': 'This assignment cannot be answered in this way.',
    'unknown-zone': 'There is no such zone.',
    'unknown-forum': 'This zone has no such forum.',
    'no-such-line': 'There is no such utility line.',
    'unknown-party': 'There is no such party in this zone.',
    missing: 'Fill in this field.',
    'in-future': 'Choose today or an earlier day: this one has not come yet.',
    'before-letter': 'Choose a day that is not before the date of the letter.',
    'too-long-ago': 'Choose a day within the last 90 days.',
    'not-after-beginning': 'Choose a day after the one on which it begins.',
    'before-role': 'Choose a day on which the role has begun.', 'after-role': 'Choose a day on which the role still holds.',
    taken: 'This is already in use: choose another.',
    'no-such-project': 'Choose another project of this zone that is confirmed and has not ended.',
    'address-rests': 'This address was changed less than 30 days ago. Only the head of the office may change it again now.',
    'file-too-big': 'The file is larger than 100 MB. Choose a smaller one.',
    'file-too-big-here': 'The file is larger than 4 MB. To send a larger file, up to 100 MB, use a browser with JavaScript turned on.',
    'wrong-file-type': 'This type of file is not accepted, whatever its name ends with. Choose a PDF, JPEG or PNG; only design volumes may also be a ZIP archive.',
    'not-a-number': 'Enter a number, for example 120.',
    'two-readings': 'This can be read as two different numbers. Choose the right one.',
    'is-zero': 'You entered 0. Confirm it or enter another number.',
    'in-the-past': 'This day has passed. Choose today or a later day.',
    'empty-file': 'The file is empty. Choose another one.',
    'word-file': 'Word and Excel files are not accepted. Save the document as a PDF and upload that.',
    'heic-file': 'HEIC photos from an iPhone are not accepted. Save the photo as a JPEG and upload that.',
    'signature-file': 'A separate file of an electronic signature is not accepted yet. Upload the signed document as a PDF.',
    'file-not-there': 'The file was not uploaded completely. Please upload it again.',
    'infected-file': 'A virus was found in the file, and it was removed. Check your device and choose another file.',
    'unreadable-file': 'The file is password-protected or damaged. Choose one that can be opened.',
    'too-many-documents': 'No more documents can be added to this project. Please contact the zone office.',
    'too-many-emails': 'Too many emails have been sent from here or to this address. Try again later.',
  },
  problems: {
    invalid: { title: 'Some fields need correcting', next: 'Correct the fields named and send again.' },
    'not-found': { title: 'Page not found', next: 'Check the address or use the link from the latest email.' },
    forbidden: { title: 'You do not have permission to do this', next: 'Ask the zone office who may do it.' },
    'address-unconfirmed': { title: 'Please confirm your email address first', next: 'Open the email in which we ask you to confirm the address, and confirm it by its link. After that you can do everything here.' },
    conflict: { title: 'Something has changed since you opened this page', next: 'Check the current status and decide again if it is still needed.' },
    'not-allowed': { title: 'This is not possible now', next: 'Check the status of the project: other actions may be possible.' },
    'gate-closed': { title: 'Something is still missing', next: 'Complete what is missing, then approve the stage.' },
    'too-many': { title: 'Too many requests', next: 'Wait a little and try again.' },
    busy: { title: 'Somebody else is changing this at the same moment', next: 'Nothing has been saved yet. Send it again.' },
    'key-reused': { title: 'This key was already used for another request', next: 'Use a new key for a new request.' },
    'known-person': { title: 'Somebody is already known under this address', next: 'Look at who it is. If you mean this person, send the request again and name them.' },
    'link-unknown': { title: 'This link does not work', next: 'Perhaps it was not copied whole. Use the link from the latest email, or ask for another link.' },
    'link-replaced': { title: 'This link has been replaced by a new one', next: 'Use the link from the latest email. If you have none, ask for another link.' },
    'link-given-on': { title: 'This request has been passed to someone else', next: 'You do not need to do anything else. If you have a newer email about it, use the link in that email; otherwise reply to the email you have.' },
    'link-expired': { title: 'This link has expired', next: 'The task it led to was finished some time ago. If you still need it, reply to the email you have to contact the zone office.' },
    'no-room': { title: 'Files cannot be taken at the moment', next: 'There is no room for more files now. A letter or an answer can be sent without them: upload them later. Try again in an hour.' },
    'read-only': { title: 'Nothing can be saved at the moment', next: 'The service can be read, but takes nothing in. What you have just sent was not saved: go back, copy your text and send it again in a few minutes.' },
    unauthorized: { title: 'You are not signed in', next: 'Sign in and try again.' },
    unexpected: { title: 'Something went wrong on our side', next: 'Try again in a few minutes.' },
    'payload-too-large': { title: 'The file or text is too large', next: 'Send a smaller file or a shorter text.' },
    'unsupported-media-type': { title: 'This format is not accepted', next: 'Send the data as JSON or through the form.' },
    malformed: { title: 'The request could not be read', next: 'Check the format of the data and send it again.' },
  },
} satisfies ProblemTexts;

const openProject = 'See the project';

/** What emails say beside these names. */
export const enEmails = {
  notices: {
    ...obstacles,
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
        paragraphs: ['You do not need an account. The link opens a page for this assignment only.'],
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
        paragraphs: ['The zone office has entered the answer you sent on paper. If anything in it is wrong, please reply to this email.'],
        action: 'See the assignment',
      },
      investor: {
        subject: 'paper answer recorded',
        heading: 'Your answer on paper has been recorded',
        paragraphs: ['The zone office has entered the answer you sent on paper. If anything in it is wrong, please reply to this email.'],
        action: openProject,
      },
    },
    'line-answered': {
      investor: {
        subject: 'answer on a utility line',
        heading: 'Answer received for a utility line',
        paragraphs: ['The organisation responsible for the utility line named below has answered. If you need to do anything, we will write to you separately.'],
        action: openProject,
      },
    },
    corrected: {
      office: {
        subject: 'correction received',
        heading: 'The investor has made the correction',
        paragraphs: ['The investor has answered the request for correction. The stage “{stage}” is back with the office.'],
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
        paragraphs: ['The stage “{stage}” of your project is approved.', 'If you need to do anything, we will write to you separately.'],
        action: openProject,
      },
    },
    'sent-back': {
      investor: {
        subject: 'sent back to an earlier stage',
        heading: 'Your project goes back to an earlier stage',
        paragraphs: ['The zone office has sent your project back to the stage “{stage}”.', 'If you need to do anything, we will write to you separately.'],
        action: openProject,
      },
    },
    rejected: {
      investor: {
        subject: 'project rejected',
        heading: 'Your project has been rejected',
        paragraphs: ['The zone office has rejected the project at the stage “{stage}”.', 'You may appeal against this decision.'],
        action: 'See the decision',
      },
    },
    withdrawn: {
      investor: {
        subject: 'project withdrawn',
        heading: 'Your project has been withdrawn',
        paragraphs: ['Project {number} has been withdrawn. You do not need to do anything else. If you did not ask for this, reply to this email.'],
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
        paragraphs: ['Letters {number} and {kept} were found to be about the same project. Work goes on under number {kept}; letter {number} is closed.', 'If these are two different projects, reply to this email.'],
        action: openProject,
      },
    },
    terminated: {
      investor: {
        subject: 'project terminated',
        heading: 'Your project has been terminated',
        paragraphs: ['The zone office has terminated the project at the stage “{stage}”. If you disagree with this decision, reply to this email and ask how to appeal.'],
        action: 'See the decision',
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
        paragraphs: ['The project is suspended and the deadline for your assignment is on hold. We will write to you when it resumes.'],
        action: 'See the assignment',
      },
      office: {
        subject: 'project suspended',
        heading: 'A project is suspended',
        paragraphs: ['The project is suspended and its deadlines are on hold. Please review it by the date below.'],
        action: 'Open the project',
      },
    },
    resumed: {
      investor: {
        subject: 'project resumed',
        heading: 'Your project has resumed',
        paragraphs: ['The suspension has ended. Deadlines are running again and have been extended by the length of the suspension.'],
        action: openProject,
      },
      party: {
        subject: 'project resumed',
        heading: 'The project has resumed',
        paragraphs: ['The suspension has ended. We need your answer again; its deadline has been extended by the length of the suspension.'],
        action: 'Answer',
      },
      office: {
        subject: 'project resumed',
        heading: 'A project has resumed',
        paragraphs: ['The suspension has ended. Deadlines are running again and have been extended by the length of the suspension.'],
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
    'document-refused': {
      investor: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: ['The file of the document named below contained a virus, or it is password-protected or damaged. We have removed it and it has not been accepted. Please check your device and add the document again.'],
        action: 'Add the document again',
      },
      party: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: ['The file of the document named below contained a virus, or it is password-protected or damaged. We have removed it and it has not been accepted. Please check your device and add the document again.'],
        action: 'Add the document again',
      },
      office: {
        subject: 'document refused',
        heading: 'A document was refused',
        paragraphs: ['A file that your office added to this project contained a virus, or it is password-protected or damaged. It has been removed and was not accepted. Please add the document again.'],
        action: 'Open the project',
      },
    },
    'document-returned': {
      investor: {
        subject: 'a document has to be replaced',
        heading: 'Please replace a document',
        paragraphs: ['The zone office has looked at the document named below and cannot use it. The stage goes on; please upload another version.'],
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
    'construction-started': {
      investor: {
        subject: 'construction has started',
        heading: 'Construction has started',
        paragraphs: ['The start of construction has been confirmed and the seventh stage is closed. Congratulations, and thank you for your work.'],
        action: openProject,
      },
    },
  },
  email: {
    greeting: { investor: 'Dear investor,', party: 'Dear colleagues,', office: 'Dear colleagues,', headquarters: 'Dear members of the task force,' },
    answerBy: 'answer by {due}',
    dueOn: 'due {due}',
    rows: {
      document: 'Document',
      asked: 'Assignment',
      addressee: 'Who must answer',
      project: 'Project', investor: 'Investor',
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
      pausedUntil: 'Suspended until',
      answerBy: 'Answer by',
      receivedOn: 'Day of receipt',
      officeAnswersBy: 'The zone office will answer by',
      due: 'Due date',
      owner: 'Now with',
      author: 'Written by',
      newAddress: 'New address',
    },
    quotes: { explanation: 'Explanation', conditions: 'Conditions', appeal: 'How to appeal', report: 'The obstacle', answer: 'The answer', resolution: 'How it was resolved', note: 'The note', refusal: 'Reason given for the refusal' },
    documents: 'Documents needed',
    product: 'Investor road map',
    copyAddress: 'If the link does not open, copy this address into the browser:',
    noticeNumber: 'Notice no. {noticeNumber}',
    questions: 'Questions? Reply to this email and the zone office will get your message.',
  },
  digest: {
    subject: '{zone} · {date} · overdue: {overdue}, due soon: {soon}',
    heading: 'Assignments on {date}',
    intro: {
      investor: 'These assignments are waiting for your answer.',
      party: 'These assignments are waiting for your answer.',
      office: 'These assignments need the attention of the office.',
      headquarters: 'These assignments are overdue and need the attention of the task force.',
    },
    sections: { escalated: 'Referred to you', overdue: 'Overdue', soon: 'Due soon' },
    due: 'due {due}',
    late: { one: '{count} working day late', other: '{count} working days late' },
    worker: { reader: 'you are working on it', colleague: 'a colleague is working on it' },
    more: 'Not shown here: {count}',
  },
} satisfies EmailTexts;
