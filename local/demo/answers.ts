import { factFields, type AssignmentKind, type NamedField } from '#core/stages/facts.ts';
import type { Decision } from '#core/stages/decision.ts';
import { assignmentSpecs } from '#core/stages/assignment-kind.ts';
import { addDays, type LocalDate } from '#core/calendar/local-date.ts';

const money = (amount: number) => ({ amountMinor: amount * 100, currency: 'KZT' });

const examplesOn = (day: LocalDate): Partial<Readonly<Record<NamedField['name'], unknown>>> => {
  const later = (days: number) => addDays(day, days);
  return {
    protocolNumber: '14',
    contractNumber: 'D-27',
    contractUntil: later(9000),
    committedInvestment: money(12_000_000_000),
    committedJobs: 120,
    startBy: later(330),
    cadastralNumber: '02-036-158-1042',
    hectares: 4.5,
    leaseNumber: 'Z-311',
    auctionLot: 'L-24',
    registerNumber: 'R-58',
    requestNumber: '12-04/311',
    issuedNumber: '12-07/58',
    validUntil: later(730),
    capacity: 'as requested',
    connectionPoint: 'Substation 110/10 kV, feeder 7',
    cost: money(9_000_000),
    assignmentNumber: 'APZ-77',
    designer: 'Design institute',
    designerLicence: 'GSL-0001',
    sketchApprovalNumber: 'E-12',
    volumes: 14,
    estimate: money(10_400_000_000),
    expertiseNumber: '01-0451/26',
    confirmationNumber: 'B-19',
    contractor: 'General contractor',
    contractorLicence: 'GSL-0777',
    supervision: 'Technical supervision',
    notificationNumber: 'KZ55REA001',
    phases: [
      { name: 'Foundations', from: day, to: later(90) },
      { name: 'Frame and roof', from: later(91), to: later(240) },
    ],
  };
};

const ofKind = (day: LocalDate): Readonly<Record<NamedField['kind'], unknown>> => ({
  text: '1',
  paragraph: '1',
  date: day,
  number: 1,
  money: money(1),
  hectares: 1,
  statement: true,
  documents: undefined,
  phases: [{ name: '1', from: day, to: day }],
});

export function factsOn(day: LocalDate, kind: AssignmentKind): Readonly<Record<string, unknown>> {
  const examples = examplesOn(day);
  const samples = ofKind(day);
  return Object.fromEntries(
    factFields[kind].flatMap(({ name, kind: of, optional }) => {
      const value = examples[name] ?? (optional ? undefined : samples[of]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export function goodAnswer(kind: AssignmentKind, day: LocalDate): Decision {
  if (kind === 'office-decision') return { outcome: 'approved' };
  const facts = factsOn(day, kind);
  return assignmentSpecs[kind].holder === 'line' ? { outcome: 'issued', facts } : { outcome: 'done', facts };
}
