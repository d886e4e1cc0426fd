import type { Answers } from '../documents/document-rules.ts';
import type { PartyKind } from '../reference/reference.ts';
import type { Country } from '../calendar/country.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ZoneType } from '../reference/zone-type.ts';
import type { Outcome, ReasonCode } from './decision.ts';
import type { Utility } from '../kernel/common.ts';
import * as fact from './fact-field.ts';

/** Who an assignment goes to, before the zone's parties are known. `line`: the party of the assignment's utility line. */
export type HolderKind =
  | 'office'
  | 'investor'
  | 'line'
  | Extract<PartyKind, 'council-secretary' | 'land-department' | 'architecture' | 'expertise-body' | 'bank'>;

/** Holds in stages of a country that begin on that day or later. */
export interface Since {
  readonly country: Country;
  readonly from: LocalDate;
}

/** One thing that a stage asks for; of the holder `line` one for each utility line that the plant needs. */
export interface AssignmentDefinition<Kind extends string = string> {
  readonly holder: HolderKind;
  /** Its part of the stage's working days. */
  readonly share: number;
  /** Opens when these are answered; absent: with the stage. */
  readonly after?: readonly Kind[];
  /** Outcomes an answer may have; absent: done. */
  readonly outcomes?: readonly Outcome[];
  /** Outcomes that a law took away. */
  readonly notByLaw?: Since & { readonly outcomes: readonly Outcome[] };
  /** Outcomes that a law brought, for one utility line. */
  readonly alsoByLaw?: Since & { readonly outcomes: readonly Outcome[]; readonly line: Utility };
  /** Of natural monopolies: the only grounds of a refusal, which opens the regulator's word. */
  readonly refusalByLaw?: Since & { readonly grounds: readonly ReasonCode[] };
  /** Of natural monopolies: working days that a law gives it, whatever its share: the usual ones, and fewer for a simple object. */
  readonly termByLaw?: Since & { readonly workingDays: number; readonly simple: number };
  /** Whether an answer given before a correction still counts after it. */
  readonly carried?: boolean;
  readonly facts?: Readonly<Record<string, fact.FactField>>;
  /** A zone may leave it out. */
  readonly optional?: boolean;
  /** Laws that ask for it, so that their zones cannot leave it out, and the others' ask for it only by a practice they state. */
  readonly lawOf?: readonly ZoneType[];
  /** Looks through the documents that the gate wants, and opens when they are there. */
  readonly looksThrough?: boolean;
  /** Has until the stage's own date, where that lies later than its share, less the days of what comes after it. */
  readonly untilStageEnds?: boolean;
}

/** A document that is asked of the investor in the stage, unless only a party brings it. */
export interface DocumentDefinition<Kind extends string = string> {
  readonly asked?: boolean;
  /** A zone may leave it out. */
  readonly optional?: boolean;
  readonly when?: (answers: Answers) => boolean;
  /** Of individual entrepreneurs it is not asked. */
  readonly ofCompanies?: true;
  /** The types of zone in which it is asked, or is not; absent: all. A project whose zone did not say is of none. */
  readonly inZones?: readonly ZoneType[];
  readonly notInZones?: readonly ZoneType[];
  /** Parties may bring it with their answer to these. */
  readonly byParty?: readonly Kind[];
  /** Parties see it while they answer these. */
  readonly toParty?: readonly Kind[];
  /** There can be several beside each other; otherwise another one is a new version. */
  readonly many?: boolean;
}

export interface StageDefinition<Kind extends string = string> {
  /** Stands for the stage in ids, keys and counters that are stored: for ever its own, wherever it lies on the path. */
  readonly code: string;
  readonly assignments: Readonly<Record<string, AssignmentDefinition<Kind>>>;
  readonly documents: Readonly<Record<string, DocumentDefinition<Kind>>>;
  /** What the office's approval needs beside answers: a signature; every document that is asked; a promised day of each needed line of the zone. */
  readonly gate?: 'signature' | 'documents' | 'zone-lines';
  /** What the office may decide beside approving, returning and sending back. */
  readonly outcomes?: readonly ('approved-with-conditions' | 'rejected')[];
  /** Approval and rejection are the head's own. */
  readonly headDecides?: boolean;
  /** In force from a day on: what it names, longer ago than so many calendar months, no longer opens the gate. */
  readonly stale?: Since & { readonly kind: Kind; readonly fact: string; readonly months: number };
  /** Not due before a day that an earlier answer has brought. */
  readonly notBefore?: { readonly kind: Kind; readonly fact: string };
  /** How often its date may be moved; absent: as often as need be. */
  readonly extensions?: number;
}

const refusable = ['done', 'refused'] as const;
const toCouncil = { toParty: ['council-protocol'] } as const;
const toCouncilAndBank = { toParty: ['council-protocol', 'financing'] } as const;

const optional = true;
/** Law 242-VI art. 18 p. 3. */
const inSez = { inZones: ['kz-sez'], optional } as const;

/** Rules for one request of architectural-planning assignment and technical conditions: order No. 265 of 29.05.2026. */
const connectionsInOne = { country: 'KZ', from: '2026-08-04' } as const;
const constructionCode = { country: 'KZ', from: '2026-07-01' } as const;

/** Construction Code art. 95 p. 2, 98 p. 9: corrected, and through expertise again. Its approval follows the conclusion, whose day stands for it. */
const stale = { ...constructionCode, kind: 'expertise', fact: 'conclusionDate', months: 36 } as const;

const application = {
  application: toCouncil,
  questionnaire: { ...toCouncil, optional },
  'registration-certificate': { ...toCouncil, optional, when: ({ isForeign }) => !isForeign },
  'head-identity': inSez,
  charter: { ...toCouncil, optional, ofCompanies: true },
  'body-decision': { ...inSez, ofCompanies: true },
  'financial-statements': { ...toCouncilAndBank, optional },
  'business-plan': { ...toCouncilAndBank, optional, notInZones: ['kz-sez'] },
  'feasibility-study': { ...inSez, ...toCouncilAndBank },
  'bank-certificate': { ...toCouncil, optional },
  'credit-report': inSez,
  'own-funds-proof': { ...inSez, toParty: ['financing'] },
  'tax-certificate': { ...toCouncil, optional },
  'territory-sketch': { ...inSez, ...toCouncil },
} as const satisfies StageDefinition['documents'];

/** What each stage asks of whom (docs/domain.md); all else follows. Working days and source: seeds/durations.ts. */
const path = {
  'letter-of-intent': {
    code: '1',
    assignments: {},
    documents: {
      'signed-letter': {},
      'foreign-register-extract': { ...toCouncil, when: ({ isForeign }) => isForeign },
      'financing-confirmation': { ...toCouncilAndBank, when: ({ isBorrowed }) => isBorrowed, byParty: ['financing'] },
    },
    gate: 'signature',
    outcomes: ['rejected'],
  },
  'council-approval': {
    code: '2',
    assignments: {
      'document-check': {
        holder: 'office',
        share: 1 / 3,
        looksThrough: true,
        facts: {
          documents: fact.lookedThrough(Object.keys(application)),
          matchesPriorityActivity: fact.statement,
          conformsToMasterPlan: fact.statement,
        },
      },
      'council-protocol': {
        holder: 'council-secretary',
        share: 2 / 3,
        after: ['document-check'],
        // Law 242-VI art. 34 p. 2; in a special economic zone the management company decides (art. 18 pp. 6-10).
        optional,
        lawOf: ['kz-industrial'],
        carried: true,
        facts: { protocolNumber: fact.numbered, protocolDate: fact.pastDay },
      },
    },
    documents: application,
    gate: 'documents',
    outcomes: ['approved-with-conditions', 'rejected'],
    headDecides: true,
  },
  'contract-and-land': {
    code: '3',
    assignments: {
      contract: {
        holder: 'office',
        share: 1 / 2,
        carried: true,
        facts: {
          contractNumber: fact.numbered,
          contractDate: fact.pastDay,
          contractUntil: fact.dayAfter('contractDate'),
          committedInvestment: fact.money,
          committedJobs: fact.whole(0, 1_000_000),
          startBy: fact.day,
          simpleObject: fact.optional(fact.statement),
        },
      },
      plot: {
        holder: 'land-department',
        share: 3 / 4,
        outcomes: refusable,
        carried: true,
        facts: {
          cadastralNumber: fact.numbered,
          hectares: fact.hectares,
          leaseNumber: fact.numbered,
          auctionLot: fact.optional(fact.numbered, { country: 'UZ' }),
        },
      },
      'register-entry': {
        holder: 'office',
        share: 1 / 4,
        after: ['contract', 'plot'],
        carried: true,
        facts: { registerNumber: fact.numbered, registerDate: fact.pastDay },
      },
    },
    documents: {},
    outcomes: ['rejected'],
  },
  'technical-conditions': {
    code: '4',
    assignments: {
      'technical-condition': {
        holder: 'line',
        share: 1,
        // Law 204-VI art. 24 p. 7.
        termByLaw: { ...connectionsInOne, workingDays: 5, simple: 2 },
        // The same, pp. 12-15.
        refusalByLaw: { ...connectionsInOne, grounds: ['no-capacity', 'no-network'] },
        // The same, art. 24-1; Code art. 98 p. 4(19): up to 200 kW no conditions, a contract.
        alsoByLaw: { ...connectionsInOne, line: 'power', outcomes: ['contract-of-connection'] },
        outcomes: [
          'issued',
          'issued-with-conditions',
          'contract-of-connection',
          'returned',
          'refused',
          'suspended',
          'not-needed',
        ],
        carried: true,
        facts: {
          requestNumber: fact.optional(fact.numbered),
          issuedNumber: fact.numbered,
          issuedDate: fact.pastDay,
          validUntil: fact.dayAfter('issuedDate'),
          capacity: fact.capacity,
          connectionPoint: fact.text(200),
          cost: fact.optional(fact.money),
          conditions: fact.optional(fact.words, { outcome: 'issued-with-conditions' }),
          kilowatts: fact.only('contract-of-connection', fact.whole(1, 200)),
          deficit: fact.only('refused', fact.text(200)),
          alternative: fact.only('refused', fact.text(500)),
          connectionDate: fact.only('refused', fact.day),
        },
      },
      'architectural-planning': {
        holder: 'architecture',
        share: 1,
        outcomes: refusable,
        carried: true,
        facts: { assignmentNumber: fact.numbered, assignmentDate: fact.pastDay },
      },
    },
    documents: { 'technical-condition': { asked: false, byParty: ['technical-condition'] } },
    outcomes: ['approved-with-conditions'],
  },
  'design-documentation': {
    code: '5',
    assignments: {
      documentation: {
        holder: 'investor',
        share: 8 / 9,
        facts: {
          designer: fact.text(200),
          designerLicence: fact.numbered,
          sketchApprovalNumber: fact.numbered,
          volumes: fact.whole(1, 1000),
          estimate: fact.money,
        },
      },
      'documentation-check': { holder: 'office', share: 1 / 9, after: ['documentation'] },
    },
    documents: { 'design-volumes': { many: true, toParty: ['expertise'] } },
  },
  expertise: {
    code: '6',
    assignments: {
      expertise: {
        holder: 'expertise-body',
        share: 1,
        outcomes: [...refusable, 'returned'],
        // Code art. 105 p. 12: positive or negative; remarks are rounds inside the body's contract.
        notByLaw: { ...constructionCode, outcomes: ['returned'] },
        carried: true,
        facts: { expertiseNumber: fact.numbered, conclusionDate: fact.pastDay, remarkRounds: fact.whole(0, 20) },
      },
      financing: {
        holder: 'bank',
        optional,
        share: 1,
        outcomes: refusable,
        carried: true,
        facts: { confirmationNumber: fact.numbered, confirmationDate: fact.pastDay },
      },
      'line-readiness': { holder: 'office', share: 1 },
    },
    documents: { 'expertise-conclusion': { asked: false, byParty: ['expertise'] } },
    gate: 'zone-lines',
    stale,
    outcomes: ['approved-with-conditions'],
  },
  'construction-start': {
    code: '7',
    assignments: {
      'start-notification': {
        holder: 'investor',
        share: 1 / 2,
        untilStageEnds: true,
        facts: {
          contractor: fact.text(200),
          contractorLicence: fact.numbered,
          supervision: fact.text(200),
          notificationNumber: fact.numbered,
          notificationDate: fact.pastDay,
          phases: fact.phases,
        },
      },
      'site-confirmation': {
        holder: 'office',
        share: 1 / 2,
        after: ['start-notification'],
        facts: { inspectedOn: fact.pastDay },
      },
    },
    documents: { 'start-notification': {}, 'site-photo': { many: true } },
    stale,
    notBefore: { kind: 'contract', fact: 'startBy' },
    extensions: 1,
  },
} as const satisfies Readonly<Record<string, StageDefinition>>;

type KeyOf<Value> = Value extends unknown ? keyof Value & string : never;
type Path = typeof path;
type Assignments = Path[StageId]['assignments'];
type ValueOf<Value> = Value extends unknown ? Value[keyof Value] : never;

export type StageId = keyof Path;
export type StageAssignment = KeyOf<Assignments>;
export type StageDocument = KeyOf<Path[StageId]['documents']>;
export type FactName = KeyOf<Extract<ValueOf<Assignments>, { readonly facts: unknown }>['facts']>;

export const stages: Readonly<Record<StageId, StageDefinition<StageAssignment>>> = path;

/** The stage in which each needed utility line is waited for by itself. */
export const stageOfLines = 'technical-conditions' satisfies StageId;

/** The stage whose end is the start of construction: what is foretold, counted by quarter and shown to leadership. */
export const startOfConstruction = 'construction-start' satisfies StageId;

/** What goes to the council with the application, which the office looks through before. */
export const applicationDocuments = Object.keys(application) as readonly (keyof typeof application)[];

/** Whether a zone of this type asks for it. */
export const isInZone = (
  { inZones, notInZones = [] }: Pick<DocumentDefinition, 'inZones' | 'notInZones'>,
  type: ZoneType | undefined,
): boolean =>
  type === undefined ? inZones === undefined : (inZones ?? [type]).includes(type) && !notInZones.includes(type);

export type StageThing = StageAssignment | StageDocument;

const lawOf = (stage: StageId) =>
  Object.entries(stages[stage].assignments).flatMap(([kind, { lawOf: types }]) =>
    types === undefined ? [] : [{ kind: kind as StageThing, types }],
  );

/** What a stage of a zone asks only by the zone's own practice; nothing where the zone does not say by which law it is one. */
export const beyondLaw = (stage: StageId, type: ZoneType | undefined): readonly StageThing[] =>
  type === undefined
    ? []
    : lawOf(stage)
        .filter(({ types }) => !types.includes(type))
        .map(({ kind }) => kind);

/** What a zone may leave out of a stage: assignments, then documents; not what the law of its type asks. */
export function optionalIn(stage: StageId, type?: ZoneType): readonly StageThing[] {
  const { assignments, documents } = stages[stage];
  const asked = Object.entries(documents).filter(([, one]) => isInZone(one, type));
  const fixed = type === undefined ? [] : lawOf(stage).filter(({ types }) => types.includes(type));
  return [...Object.entries(assignments), ...asked]
    .filter(([kind, one]) => one.optional === true && !fixed.some((each) => each.kind === kind))
    .map(([kind]) => kind as StageThing);
}
