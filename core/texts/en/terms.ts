import type { Texts } from '../areas/terms.ts';

/** English. */
export const en = {
  office: {
    of: 'Office of the zone: {zone}',
    companion: 'Your contact at the office',
    phone: 'Telephone',
    hours: 'working days {hours}',
  },
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
      request:
        'Please check the application and its documents: are they complete, do they match the priority activities and conform to the master plan?',
    },
    'council-protocol': {
      name: 'council protocol',
      request: 'Please send us the number and date of the council protocol on this project.',
    },
    contract: {
      name: 'participant contract',
      request:
        'Please conclude the participant contract with the investor and record its number, date, term and the obligations of the investor.',
    },
    plot: {
      name: 'land plot',
      request:
        'Please allot the land plot and tell us its cadastral number, area and lease number. If this is not possible, tell us why.',
    },
    'register-entry': {
      name: 'entry in the register of participants',
      request:
        'Please enter the investor in the register of zone participants and record the number and date of the entry.',
    },
    'technical-condition': {
      name: 'technical conditions',
      request:
        'Please issue the technical conditions for connection to the utility line named below, or tell us why this is not possible.',
    },
    'architectural-planning': {
      name: 'architectural-planning assignment',
      request: 'Please issue the architectural-planning assignment and tell us its number and date.',
    },
    documentation: {
      name: 'design and estimate documentation',
      request:
        'Please submit the design and estimate documentation: give the designer and its licence, the number of the sketch design approval, the number of volumes and the estimated cost.',
    },
    'documentation-check': {
      name: 'check of the design and estimate documentation',
      request: 'Please check the design and estimate documentation.',
    },
    expertise: {
      name: 'expert review report',
      request:
        'Please carry out the expert review of the design and estimate documentation and tell us the number and date of your report. If you have comments, return the documentation and list them.',
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
      request:
        'Please notify us that construction and installation works have started: give the contractor and its licence, the technical supervisor, the number and date of the notification, and the construction phases with their dates.',
    },
    'site-confirmation': {
      name: 'confirmation of the start on site',
      request: 'Please confirm on site that construction has started and record the date of the inspection.',
    },
    documents: {
      name: 'required documents',
      request:
        'The stage “{stage}” needs documents from you that have not reached us yet, or that have to be replaced. Please upload each of them; the zone office begins to check them when all are there.',
    },
    correction: {
      name: 'correction',
      request:
        'The zone office has returned your documents for the stage “{stage}” for correction. Please correct the points listed below and tell us what you have changed.',
    },
    cure: {
      name: 'reply to the comments of a responsible party',
      request:
        'The responsible party has returned your documents with comments ({about}). Please correct the points listed below and reply.',
    },
    refusal: {
      name: 'decision on a refusal',
      request:
        'A responsible party has refused a request ({about}). Please decide what to do next: ask again or choose another solution.',
    },
    'bounced-email': {
      name: 'undelivered email',
      request:
        'An email about this project could not be delivered. Please check the address and contact the recipient another way.',
    },
    question: {
      name: 'the investor’s question',
      request:
        'The investor has asked the question below. Please answer it: your answer goes to them by email and stands on the page of their project.',
    },
    'regulator-word': {
      name: 'the regulator’s word on a refusal',
      request:
        'The supplier has refused the line. A copy of the refusal goes to the regulator. Please enter what the regulator says of it.',
    },
  },
  utilities: {
    power: 'power',
    gas: 'gas',
    water: 'water',
    sewerage: 'sewerage',
    heat: 'heat',
    telecom: 'telecom',
    road: 'road',
    rail: 'rail',
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
    'contract-of-connection': 'connected by contract',
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
    'no-network': 'no network',
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
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    terminated: 'Terminated',
    'construction-started': 'Construction started',
  },
  phases: {
    entering: 'Entering the stage',
    open: 'In progress',
    correcting: 'Waiting for a correction',
    ended: 'Ended',
    suspended: 'Suspended',
  },
  assignmentStates: {
    open: 'Waiting for an answer',
    paused: 'Paused',
    answered: 'Answered',
    closed: 'Closed',
    overdue: 'Overdue',
  },
  faults: {
    investor: 'investor',
    office: 'zone office',
    'third-party': 'third party',
    'force-majeure': 'force majeure',
  },
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
    outdated:
      'the documentation was approved more than three years ago: it has to be corrected and go through expertise again',
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
