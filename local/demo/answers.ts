import type { AssignmentKind } from '#core/stages/facts.ts';
import type { Decision } from '#core/stages/decision.ts';
import { addDays, type LocalDate } from '#core/calendar/local-date.ts';

const money = (amount: number) => ({ amountMinor: amount * 100, currency: 'KZT' });

/** The facts of a good answer to each kind of assignment on a day: what the demo and the tests answer with. */
export function factsOn(day: LocalDate): Readonly<Record<AssignmentKind, Readonly<Record<string, unknown>>>> {
  const later = (days: number) => addDays(day, days);
  const nothing = {};
  return {
    'office-decision': nothing,
    'document-check': { matchesPriorityActivity: true, conformsToMasterPlan: true },
    'council-protocol': { protocolNumber: '14', protocolDate: day },
    contract: {
      contractNumber: 'D-27',
      contractDate: day,
      contractUntil: later(9000),
      committedInvestment: money(12_000_000_000),
      committedJobs: 120,
      startBy: later(330),
    },
    plot: { cadastralNumber: '02-036-158-1042', hectares: 4.5, leaseNumber: 'Z-311', auctionLot: 'L-24' },
    'register-entry': { registerNumber: 'R-58', registerDate: day },
    'technical-condition': {
      requestNumber: '12-04/311',
      issuedNumber: '12-07/58',
      issuedDate: day,
      validUntil: later(730),
      capacity: 'as requested',
      connectionPoint: 'Substation 110/10 kV, feeder 7',
      cost: money(9_000_000),
    },
    'architectural-planning': { assignmentNumber: 'APZ-77', assignmentDate: day },
    documentation: {
      designer: 'Design institute',
      designerLicence: 'GSL-0001',
      sketchApprovalNumber: 'E-12',
      volumes: 14,
      estimate: money(10_400_000_000),
    },
    'documentation-check': nothing,
    expertise: { expertiseNumber: '01-0451/26', conclusionDate: day, remarkRounds: 1 },
    financing: { confirmationNumber: 'B-19', confirmationDate: day },
    'line-readiness': nothing,
    'start-notification': {
      contractor: 'General contractor',
      contractorLicence: 'GSL-0777',
      supervision: 'Technical supervision',
      notificationNumber: 'KZ55REA001',
      notificationDate: day,
      phases: [
        { name: 'Foundations', from: day, to: later(90) },
        { name: 'Frame and roof', from: later(91), to: later(240) },
      ],
    },
    'site-confirmation': { inspectedOn: day },
    documents: nothing,
    correction: nothing,
    cure: nothing,
    refusal: nothing,
    'bounced-email': nothing,
  };
}

/** A good answer to an assignment: a utility line is issued, the office approves, everything else is done. */
export function goodAnswer(kind: AssignmentKind, day: LocalDate): Decision {
  if (kind === 'office-decision') return { outcome: 'approved' };
  const facts = factsOn(day)[kind];
  return kind === 'technical-condition' ? { outcome: 'issued', facts } : { outcome: 'done', facts };
}
