import { describe, expect, it } from 'vitest';
import { outcomes, type Decision, type Outcome } from '#core/stages/decision.ts';
import { assignmentSpecs, isBesidePath, stageSteps } from './assignment-kind.ts';
import { inApplication } from '../documents/document-rules.ts';
import { assignmentKinds, type AnyFacts, type AssignmentKind } from '#core/stages/facts.ts';
import { stageIds, type StageId } from './stage-id.ts';
import { answer } from './answer.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf, facts, paper, partiesOf, zoneSetting, zones } from '#test/support/samples.ts';

/** A way to an open assignment of each kind that no stage asks for by itself. */
const ways: Partial<Readonly<Record<AssignmentKind, () => Journey>>> = {
  'office-decision': () => new Journey().to('letter-of-intent'),
  documents: () => new Journey({ documents: false }).to('council-approval'),
  correction: () => new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')).arrive(),
  cure: () => new Journey().to('expertise').answer('expertise', decisionOf('returned')),
  refusal: () => new Journey().to('contract-and-land').answer('plot', decisionOf('refused')),
};
const walked = assignmentKinds.filter((kind) => !isBesidePath(kind) && kind !== 'documents');

/** To the stage, and through what must be answered before. */
function wayTo(kind: AssignmentKind): Journey {
  const way = ways[kind];
  if (way) return way();
  const stage = stageIds.find((one) => stageSteps[one].some((step) => step.kind === kind));
  if (stage === undefined) throw new Error(`No stage asks for ${kind}`);
  const answerBefore = (journey: Journey, asked: AssignmentKind): Journey =>
    (stageSteps[stage].find((step) => step.kind === asked)?.after ?? []).reduce(
      (onward, before) => answerBefore(onward, before).answer(before),
      journey,
    );
  return answerBefore(new Journey().to(stage), kind);
}

function holderOf(kind: AssignmentKind): string {
  const { holder } = assignmentSpecs[kind];
  if (holder === 'office' || holder === 'investor') return holder;
  return holder === 'line' ? 'alpha-power' : `alpha-${holder}`;
}

const line: readonly Outcome[] = ['issued', 'issued-with-conditions', 'returned', 'refused', 'suspended', 'not-needed'];
const mayBe: Readonly<Partial<Record<AssignmentKind, readonly Outcome[]>>> = {
  'office-decision': ['approved', 'returned', 'rejected', 'sent-back', 'approved-with-conditions'],
  plot: ['done', 'refused'],
  'technical-condition': line,
  'architectural-planning': ['done', 'refused'],
  expertise: ['done', 'refused', 'returned'],
  financing: ['done', 'refused'],
  // A refused plot is asked for again or the stage decided: only a utility line can be waived.
  refusal: ['asked-again'],
};

describe.each(walked)('%s', (kind) => {
  it('goes to whoever answers for it', () => {
    const { holder } = wayTo(kind).find(kind);
    expect(holder.kind === 'party' ? holder.partyId : holder.kind).toBe(holderOf(kind));
  });

  it('takes its own outcomes and no others', () => {
    const fitting = outcomes.filter((outcome) => {
      const result = wayTo(kind).try(kind, {
        ...decisionOf(outcome, kind),
        ...(outcome === 'sent-back' && { to: 'letter-of-intent' }),
      });
      return (
        result.ok || (result.failure.kind === 'invalid' ? result.failure.issues[0]?.path !== 'decision.outcome' : true)
      );
    });
    expect(fitting.toSorted()).toEqual((mayBe[kind] ?? assignmentSpecs[kind].outcomes).toSorted());
  });

  it('is answered once', () => {
    const journey = wayTo(kind);
    const { assignmentId } = journey.find(kind);
    const [outcome = 'done'] = mayBe[kind] ?? [];
    journey.answer(kind, decisionOf(outcome, kind));
    const again = answer(journey.state, journey.setting, {
      assignmentId,
      decision: decisionOf(outcome, kind),
      by: officeRef,
    });
    expect(again).toEqual({
      ok: false,
      failure: { kind: 'conflict', version: journey.project.version, state: outcome },
    });
  });
});

describe('facts', () => {
  const twice = { ...facts['document-check'], documents: 'charter' };
  it.each<[AssignmentKind, AnyFacts, string]>([
    ['document-check', {}, 'matchesPriorityActivity'],
    ['document-check', twice, 'documents'],
    ['document-check', { ...facts['document-check'], matchesPriorityActivity: false }, 'matchesPriorityActivity'],
    ['document-check', { ...facts['document-check'], conformsToMasterPlan: undefined }, 'conformsToMasterPlan'],
    ['council-protocol', { protocolDate: '2026-01-20' }, 'protocolNumber'],
    ['council-protocol', { protocolNumber: '4', protocolDate: '2026-02-30' }, 'protocolDate'],
    ['council-protocol', { protocolNumber: '4\r\nBcc: x', protocolDate: '2026-01-20' }, 'protocolNumber'],
    [
      'contract',
      { ...facts.contract, committedInvestment: { amountMinor: 1.5, currency: 'KZT' } },
      'committedInvestment.amountMinor',
    ],
    [
      'contract',
      { ...facts.contract, committedInvestment: { amountMinor: 1, currency: 'XXX' } },
      'committedInvestment.currency',
    ],
    ['contract', { ...facts.contract, committedJobs: -1 }, 'committedJobs'],
    ['plot', { ...facts.plot, hectares: -1 }, 'hectares'],
    ['plot', { ...facts.plot, cadastralNumber: ' ' }, 'cadastralNumber'],
    ['register-entry', { registerDate: '2026-02-20' }, 'registerNumber'],
    ['technical-condition', { ...facts['technical-condition'], issuedNumber: '' }, 'issuedNumber'],
    ['technical-condition', { ...facts['technical-condition'], validUntil: 'soon' }, 'validUntil'],
    ['architectural-planning', {}, 'assignmentNumber'],
    ['documentation', { ...facts.documentation, volumes: 0 }, 'volumes'],
    [
      'documentation',
      { ...facts.documentation, estimate: { amountMinor: -1, currency: 'KZT' } },
      'estimate.amountMinor',
    ],
    ['expertise', { ...facts.expertise, remarkRounds: 21 }, 'remarkRounds'],
    ['financing', { confirmationDate: '2026-08-10' }, 'confirmationNumber'],
    ['start-notification', { ...facts['start-notification'], phases: [] }, 'phases'],
    [
      'start-notification',
      { ...facts['start-notification'], phases: [{ name: 'Foundation', from: '2026-09-20', to: 'later' }] },
      'phases.0.to',
    ],
    ['site-confirmation', {}, 'inspectedOn'],
  ])('of %s: %j has an issue at %s', (kind, bad, path) => {
    const journey = wayTo(kind);
    const outcome = kind === 'technical-condition' ? 'issued' : 'done';
    const failure = journey.failure(kind, { outcome, facts: bad });
    expect(failure.kind === 'invalid' && failure.issues.map((one) => one.path)).toContain(`decision.facts.${path}`);
    expect(failure.kind === 'invalid' && failure.issues.every(({ code }) => code.length > 0)).toBe(true);
  });

  it.each(walked.filter((kind) => kind !== 'office-decision' && kind !== 'refusal'))(
    'of %s are kept as they were checked',
    (kind) => {
      const journey = wayTo(kind);
      const { assignmentId } = journey.find(kind);
      const outcome = kind === 'technical-condition' ? 'issued' : 'done';
      // A name nobody asked for has no place in the log.
      journey.answer(kind, { outcome, facts: { ...facts[kind], surname: 'Somebody' } });
      // What was looked through is what is there, whatever somebody ticked.
      const there = kind === 'document-check' ? { documents: [...inApplication(undefined)] } : {};
      expect(journey.state.assignments.find((one) => one.assignmentId === assignmentId)?.answer?.facts).toEqual({
        ...facts[kind],
        ...there,
      });
    },
  );
});

describe('a utility line', () => {
  const begun = () => new Journey({ lines: ['power'] }).to('technical-conditions');
  const thread = (journey: Journey) =>
    journey.state.assignments
      .filter((one) => one.line === 'power')
      .map(({ kind, attempt, state, due, holder, answer: given }) => [
        kind,
        attempt,
        given?.outcome ?? state,
        due,
        holder.kind,
      ]);

  it('returned, mended, asked again with the days it had left', () => {
    const journey = begun();
    expect(thread(journey)).toEqual([['technical-condition', 1, 'open', '2026-02-04', 'party']]);
    // 12 of its 17 working days are left on 19 January; the investor takes ten of its own.
    journey.on('2026-01-19').answer('technical-condition', decisionOf('returned'), 'power');
    expect(thread(journey).at(-1)).toEqual(['cure', 1, 'open', '2026-01-28', 'investor']);
    journey.on('2026-02-02').answer('cure');
    expect(thread(journey)).toEqual([
      ['technical-condition', 1, 'returned', '2026-02-04', 'party'],
      ['cure', 1, 'done', '2026-01-28', 'investor'],
      ['technical-condition', 2, 'open', '2026-02-18', 'party'],
    ]);
    expect(journey.missing).toContainEqual({ what: 'line', name: 'power' });
    expect(journey.answer('technical-condition').missing).toEqual([
      { what: 'assignment', name: 'architectural-planning' },
    ]);
  });

  it('returned when it was late is asked again for the next working day, never for one gone by', () => {
    const journey = begun()
      .on('2026-02-20')
      .answer('technical-condition', decisionOf('returned'), 'power')
      .on('2026-02-27')
      .answer('cure');
    expect(thread(journey).at(-1)).toEqual(['technical-condition', 2, 'open', '2026-03-02', 'party']);
  });

  it('returned again and again keeps its count', () => {
    const journey = begun();
    for (let round = 0; round < 3; round += 1)
      journey.answer('technical-condition', decisionOf('returned'), 'power').answer('cure');
    expect(thread(journey).map(([kind, attempt]) => `${String(kind)} ${String(attempt)}`)).toEqual([
      'technical-condition 1',
      'cure 1',
      'technical-condition 2',
      'cure 2',
      'technical-condition 3',
      'cure 3',
      'technical-condition 4',
    ]);
    expect(new Set(journey.state.assignments.map(({ assignmentId }) => assignmentId)).size).toBe(
      journey.state.assignments.length,
    );
  });

  it('refused, and asked again by the office', () => {
    const journey = begun().on('2026-01-19').answer('technical-condition', decisionOf('refused'), 'power');
    expect(thread(journey).at(-1)).toEqual(['refusal', 1, 'open', '2026-01-22', 'office']);
    journey.on('2026-01-21').answer('refusal', decisionOf('asked-again'));
    expect(thread(journey).at(-1)).toEqual(['technical-condition', 2, 'open', '2026-02-06', 'party']);
  });

  it.each<[string, (journey: Journey) => Journey]>([
    ['waived while it is asked', (journey) => journey.answer('technical-condition', decisionOf('not-needed'), 'power')],
    [
      'refused and waived',
      (journey) =>
        journey
          .answer('technical-condition', decisionOf('refused'), 'power')
          .answer('refusal', decisionOf('not-needed')),
    ],
    [
      'issued with conditions',
      (journey) =>
        journey.answer('technical-condition', decisionOf('issued-with-conditions', 'technical-condition'), 'power'),
    ],
    [
      'paused and issued',
      (journey) =>
        journey.answer('technical-condition', decisionOf('suspended'), 'power').answer('technical-condition'),
    ],
  ])('%s is settled', (_, way) => {
    expect(way(begun()).missing).toEqual([{ what: 'assignment', name: 'architectural-planning' }]);
  });

  it.each<[string, (journey: Journey) => Journey]>([
    ['returned', (journey) => journey.answer('technical-condition', decisionOf('returned'), 'power')],
    [
      'returned and mended',
      (journey) => journey.answer('technical-condition', decisionOf('returned'), 'power').answer('cure'),
    ],
    ['refused', (journey) => journey.answer('technical-condition', decisionOf('refused'), 'power')],
    [
      'refused and asked again',
      (journey) =>
        journey
          .answer('technical-condition', decisionOf('refused'), 'power')
          .answer('refusal', decisionOf('asked-again')),
    ],
    ['paused', (journey) => journey.answer('technical-condition', decisionOf('suspended'), 'power')],
  ])('%s is not settled', (_, way) => {
    expect(way(begun()).missing).toContainEqual({ what: 'line', name: 'power' });
  });

  it.each([
    ['2026-01-12', 'not-in-future'],
    ['2025-12-31', 'not-in-future'],
    ['2026-04-13', 'too-late'],
    ['2099-12-31', 'too-late'],
  ])('is not paused until %s', (until, code) => {
    expect(
      begun().failure('technical-condition', decisionOf('suspended', 'technical-condition', { until }), 'power'),
    ).toEqual({ kind: 'invalid', issues: [{ path: 'decision.until', code }] });
  });

  it('that is mended after the project went back is told that it is too late', () => {
    const journey = begun().answer('technical-condition', decisionOf('returned'), 'power');
    journey.sendBack('council-approval').arrive();
    expect(journey.failure('cure')).toMatchObject({ kind: 'conflict', state: 'closed' });
  });
});

describe('a plot', () => {
  it('refused is asked for again until there is one', () => {
    const journey = new Journey().to('contract-and-land').answer('contract');
    for (let round = 0; round < 2; round += 1)
      journey.answer('plot', decisionOf('refused')).answer('refusal', decisionOf('asked-again'));
    expect(journey.find('plot')).toMatchObject({ attempt: 3, state: 'open' });
    expect(journey.missing.map(({ name }) => name)).toEqual(['plot', 'register-entry']);
    expect(journey.answer('plot').missing.map(({ name }) => name)).toEqual(['register-entry']);
  });

  it('cannot be waived', () => {
    const journey = new Journey().to('contract-and-land').answer('plot', decisionOf('refused'));
    expect(journey.failure('refusal', decisionOf('not-needed'))).toEqual({
      kind: 'invalid',
      issues: [{ path: 'decision.outcome', code: 'outcome-does-not-fit' }],
    });
  });
});

describe('an expertise', () => {
  it('goes through rounds of remarks while the investor mends, with its own clock standing', () => {
    const journey = new Journey().to('expertise');
    const { due } = journey.find('expertise');
    expect(due).toBe('2026-02-23');
    journey.on('2026-02-09').answer('expertise', decisionOf('returned')).on('2026-02-16').answer('cure');
    expect(journey.find('expertise')).toMatchObject({ attempt: 2, due: '2026-03-02' });
    journey.on('2026-02-23').answer('expertise', decisionOf('returned')).on('2026-03-02').answer('cure');
    expect(journey.find('expertise')).toMatchObject({ attempt: 3, due: '2026-03-10' });
    expect(journey.answer('expertise').missing.map(({ name }) => name)).toEqual(['financing', 'line-readiness']);
  });
});

describe('an answer on paper', () => {
  it('keeps its number and date, and who entered it', () => {
    const journey = new Journey().to('technical-conditions');
    journey.did(journey.try('technical-condition', undefined, { line: 'power', onBehalf: paper }));
    const given = journey.state.assignments.find((one) => one.line === 'power')?.answer;
    expect(given).toMatchObject({ outcome: 'issued', onBehalf: paper, actor: officeRef });
  });
});

describe('a supplier’s pause', () => {
  it('lasts ninety days at most', () => {
    const journey = new Journey()
      .to('technical-conditions')
      .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until: '2026-04-12' }), 'power');
    expect(journey.find('technical-condition', 'power')).toMatchObject({ state: 'paused', pausedUntil: '2026-04-12' });
  });

  it('that came on paper keeps its number and date', () => {
    const journey = new Journey().to('technical-conditions');
    const until = { until: '2026-04-01' };
    journey.did(
      journey.try('technical-condition', decisionOf('suspended', 'technical-condition', until), {
        line: 'power',
        onBehalf: paper,
      }),
    );
    expect(journey.events.at(-1)?.body).toMatchObject({ type: 'assignment-paused', ...until, onBehalf: paper });
  });
});

describe('what the investor mends', () => {
  it('in words opens no gate that waits for a signed letter', () => {
    const journey = new Journey({ signed: false })
      .to('letter-of-intent')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    journey.answer('correction', { outcome: 'done', facts: {}, note: 'Mended.' }).arrive();
    expect([journey.project.signed, journey.missing, journey.try('office-decision').ok]).toEqual([
      false,
      [{ what: 'signed-letter', name: 'signed-letter' }],
      false,
    ]);
  });

  it('with a file that is said to be there, and is not, opens none either', () => {
    const journey = new Journey({ signed: false })
      .to('letter-of-intent')
      .answer('office-decision', decisionOf('returned'))
      .arrive();
    journey
      .answer('correction', { outcome: 'done', facts: { signedLetter: { sha256: 'a'.repeat(64), bytes: 1200 } } })
      .arrive();
    expect(journey.project.signed).toBe(false);
    expect(JSON.stringify(journey.events)).not.toContain('signedLetter');
  });
});

describe('a zone without such a party', () => {
  const zone = zoneSetting(zones.alpha, { parties: partiesOf('alpha').filter(({ kind }) => kind === 'bank') });
  it.each<[StageId, AssignmentKind]>([
    ['technical-conditions', 'technical-condition'],
    ['technical-conditions', 'architectural-planning'],
    ['contract-and-land', 'plot'],
    ['expertise', 'expertise'],
  ])('in %s the office holds %s, and the path goes on', (stage, kind) => {
    const journey = new Journey({ zone }).to(stage);
    expect(journey.find(kind).holder).toEqual({ kind: 'office' });
    expect(journey.settle().missing).toEqual([]);
  });

  it('leaves the others where they belong', () => {
    expect(new Journey({ zone }).to('expertise').find('financing').holder).toEqual({
      kind: 'party',
      partyId: 'alpha-bank',
    });
  });
});

describe('what came with an answer', () => {
  it.each<[AssignmentKind, Decision, string]>([
    ['plot', decisionOf('refused'), 'Sheet 4 does not agree with sheet 7.'],
    [
      'document-check',
      { outcome: 'done', facts: facts['document-check'], note: 'The charter is a copy.' },
      'The charter is a copy.',
    ],
  ])('%s: its words lie beside the log, not in it', (kind, decision, text) => {
    const journey = wayTo(kind).answer(kind, decision);
    const change = journey.changes.at(-1);
    const event = change?.events[0];
    expect(change?.notes).toEqual([{ noteId: expect.any(String) as string, text }]);
    expect(event?.body).toMatchObject({ noteId: change?.notes[0]?.noteId });
    expect(JSON.stringify(journey.events)).not.toContain(text);
  });
});
