import type { AdminTexts } from '../areas/admin.ts';

export const en: AdminTexts = {
  home: {
    title: 'Administration',
    text: 'What you change here applies to the zones and regions below.',
    delay: 'A change reaches every part of the system within 15 seconds.',
    people: 'People and roles', parties: 'Responsible parties', zone: 'Zone and utility lines', forums: 'Investment forums', calendar: 'Calendar', durations: 'Stage durations', changes: 'Who changed what',
    region: 'Region: {zones}',
  },
  people: {
    title: 'People and roles', search: 'Name or address', find: 'Find', none: 'No one was found.', name: 'Name', email: 'Email', language: 'Language of emails', roles: 'Roles',
    account: 'Sign-in', signedIn: 'Has signed in', waiting: 'Has not signed in yet',
    since: 'from {from}', upTo: 'until {until}', days: '{from} to {until}', standsIn: 'stands in for {name}', away: 'away {from} to {until}, {name} stands in',
  },
  person: {
    edit: 'Change name, address or language', giveRole: 'Give another role', endRole: 'End', endAll: 'End all roles', deputy: 'Deputy', roleAt: 'Zone or region',
    elsewhere: 'This person also has roles in zones or regions that you do not administer.',
    cannotEdit: 'Name, address and language can only be changed by an administrator of all of them.',
    newAddress: 'With another address the person has to sign in anew: their sessions end at once, and the system finds them at the first sign-in with the new address, once the sign-in service has verified it.',
    ownAddress: 'Your own address is changed by another administrator.',
  },
  add: {
    title: 'Add a person',
    text: 'The person is told by email; whoever is signed in already has to sign in again to use the role. At the first sign-in the system finds them by this address, if the sign-in service has verified it.',
    ceiling: 'The account at the sign-in service must belong to the group for the same role. Without it the role gives no access.',
    emailHint: 'The address of the account at the sign-in service; daily overviews are sent to it', role: 'Role', place: 'Zone or region', from: 'First day', until: 'Last day', daysHint: 'Leave empty if there is no such limit', button: 'Give the role',
  },
  known: {
    title: 'Is this the person you mean?', entered: 'You entered the name: {name}.', noRoles: 'No role at the places that you administer', button: 'Yes, give the role to this person', other: 'No, enter another address',
    text: 'Somebody is already known under this address. Their name and language stay as they are, and they get the role that you are giving.',
  },
  refused: {
    toOneself: 'You cannot give a role to yourself or change its days. Another administrator of the place does that.',
    bothRanks: 'The head of an office cannot also be in the task force for the same zone: one of them extends the other’s due dates.',
    tooMany: 'This person has as many roles as possible.',
  },
  end: {
    title: 'End a role', titleAll: 'End all roles',
    text: 'The person loses these rights at once, even while signed in. What they did stays in the history.',
    own: 'This is your own role', ownText: 'I know that I lose these rights myself.',
    last: 'This is the last administrator of the zone or region. Give the role to someone else first.', button: 'End now',
  },
  deputies: {
    title: 'Deputy', text: 'While the person is away the deputy has the same role and gets the daily overview instead.', who: 'Who stands in', from: 'First day away', until: 'Last day away',
    button: 'Name the deputy', end: 'End the deputy arrangement', none: 'Nobody else has a role in this zone or region.',
  },
  what: {
    'person-added': 'Person added', 'person-changed': 'Name, address or language changed', 'role-given': 'Role given', 'role-ended': 'Role ended', 'deputy-set': 'Deputy named', 'deputy-ended': 'Deputy ended',
    'party-added': 'Party added', 'party-changed': 'Party changed', 'party-ended': 'Party ended', 'zone-changed': 'Zone changed', 'forum-added': 'Forum added', 'forum-changed': 'Forum changed', 'override-added': 'Day of the calendar changed', 'override-removed': 'Change of a day removed',
    'duration-added': 'Duration set', 'duration-withdrawn': 'Duration withdrawn',
  },
  parties: {
    title: 'Responsible parties', text: 'Assignments and emails go to these organisations. Emails that are still waiting will go to a corrected address. When an address is changed, links sent to the previous one stop working at once, and everything open is sent to the new one.', add: 'Add a party', edit: 'Change the party', kind: 'Kind', name: 'Name',
    nameIn: 'Name ({language})', email: 'Email', emailHint: 'Assignments are sent to this address', language: 'Language of emails', state: 'State', active: 'Active', ended: 'Inactive since {date}',
    end: 'Stop sending assignments to this party', endText: 'New assignments of this kind go to another party of the same kind or, if there is none, to the zone office.', endButton: 'End now',
    holds: 'This party still has assignments to answer. Give them to another party or enter the answers first:', missing: 'There is no party of this kind, so the zone office is asked instead:', none: 'There is no party yet.',
    ends: { one: 'The link to {count} open assignment, sent to the former address, ends at once.', other: 'The links to {count} open assignments, sent to the former address, end at once.' },
    endsMore: 'More than {count} links to open assignments, sent to the former address, end at once.',
    sent: 'The new address gets all that is open in one email, for each hundred another one, with links that open.',
    noEnds: 'This party has nothing open: no link ends and no email goes out.',
    moveTitle: 'Change the address of the party',
    moveButton: 'Change the address',
  },
  zone: {
    title: 'Zone and utility lines', edit: 'Change the zone', mailbox: 'Mailbox of the office', mailboxHint: 'Answers to emails and the office’s own notices come here', language: 'Language of the office', country: 'Country', code: 'Letters used in project numbers',
    lines: 'Utility lines', linesText: 'The office reports what is ready and by when.', report: 'See and report utility lines',
  },
  forums: {
    title: 'Investment forums', text: 'Letters of intent are submitted at these forums. A forum cannot be deleted, because letters refer to it and are counted by it.', add: 'Add a forum', edit: 'Change the forum', firstDay: 'First day', lastDay: 'Last day', none: 'There is no forum yet.',
    tooMany: 'This zone already has the maximum number of forums.',
  },
  calendar: {
    month: 'Month', title: 'Calendar', text: 'Days that differ from an ordinary week of Monday to Friday.', day: 'Day', state: 'What it is', reason: 'Reason', source: 'Legal source', working: 'Working day', off: 'Day off',
    forecast: 'Some dates of this year are provisional: check the year against the official calendar when it is published.', byRule: 'There is no official calendar for this year yet. Only the holidays fixed by law are included; moved days are not.',
    expected: 'provisional', sources: 'Sources of this year', own: 'Days set by this zone', add: 'Change a day', remove: 'Remove', noDays: 'No such day in this month.', noOwn: 'This zone has changed no day of this year.', year: 'Year',
  },
  override: {
    title: 'Change a day of the calendar', text: 'Due dates already sent out do not change, and the road map never changes. New due dates and expected dates are calculated with the new calendar.', date: 'Day', state: 'What the day becomes',
    reason: 'Reason', reasonHint: 'For example: day moved by order of the government', source: 'Legal source', removeTitle: 'Remove the change of a day', removeText: 'The day will go back to what the national calendar says.',
  },
  durations: {
    title: 'Stage durations', text: 'How many working days each stage may take, by which act and from which day. A stage that is running keeps the duration with which it began.', stage: 'Stage', days: 'Working days', source: 'Legal source', since: 'From', whose: 'Applies to',
    ofCountry: 'Country', ofZone: 'This zone', inForce: 'In force', ahead: 'Not yet in force', past: 'Replaced', state: 'State', set: 'Set this zone’s duration', withdraw: 'Withdraw', withdrawText: 'This version has not come into force. Once withdrawn, it never will.',
    setTitle: 'Set a stage duration', setText: 'From that date the zone’s own duration replaces the national one. It cannot be changed after that date; another one can follow it.', workingDays: 'Working days', sourceTitle: 'Act, its date and number', sourceUrl: 'Address of the act on the internet',
    effectiveFrom: 'From which day', effectiveHint: 'Tomorrow or later',
  },
  preview: {
    title: 'What this changes', text: 'Nothing is saved yet. Due dates already sent out and the road map stay as they are.', check: 'See what it changes', save: 'Save', mend: 'Change',
    projects: 'Projects whose expected dates move', project: 'Project', stage: 'First stage that moves', before: 'Now expected', after: 'After the change', start: 'Start of construction', late: 'Compared with the road map', becomesLate: 'becomes late', noMore: 'no longer late',
    told: 'Due dates already sent out that fall on this day', toldText: 'They stay. If they cannot be kept, extend them with a reason.', assignment: 'Assignment', due: 'Due', none: 'No expected date moves.', noneTold: 'No due date falls on this day.', more: 'See the next projects',
    looked: { one: '{count} project looked at', other: '{count} projects looked at' }, moved: { one: '{count} project moves', other: '{count} projects move' }, newlyLate: { one: '{count} project becomes late', other: '{count} projects become late' },
    shift: { one: '{count} day later', other: '{count} days later' }, earlier: { one: '{count} day earlier', other: '{count} days earlier' },
  },
  changes: { title: 'Who changed what', when: 'When', who: 'Who', what: 'What', about: 'About', facts: 'Before and after', none: 'Nothing has been changed yet.' },
  fields: {
    name: 'name', email: 'email', language: 'language', role: 'role', from: 'first day', until: 'last day', firstDay: 'first day', lastDay: 'last day', deputy: 'deputy', names: 'names', mailbox: 'mailbox', kind: 'kind', working: 'working day', reason: 'reason', source: 'legal source',
    workingDays: 'working days', effectiveFrom: 'from', endedOn: 'inactive since',
  },
  conflict: 'Someone else has changed this in the meantime. Check the current version and send your change again.',
};
