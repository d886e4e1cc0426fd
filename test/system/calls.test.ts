import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '#core/api/examples.ts';
import { viewOverview } from '#core/figures/view-overview.ts';
import type { Actor } from '#core/kernel/actor.ts';
import type { LinkTarget } from '#core/kernel/ports.ts';
import type { Result } from '#core/kernel/result.ts';
import { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { decideByLink } from '#core/links/act-by-link.ts';
import { heldTarget } from '#core/links/link-targets.ts';
import { runPartition } from '#core/notices/run-partition.ts';
import { takeOverProject } from '#core/project/take-over-project.ts';
import { viewTracking } from '#core/project/view-tracking.ts';
import { decide } from '#core/stages/decide.ts';
import { openAssignment } from '#core/stages/open-assignment.ts';
import { OpenAssignmentRequest } from '#core/stages/workflow.ts';
import { listWork } from '#core/work/list-work.ts';
import { countStore } from '#functions/adapters/table/count-store.ts';
import { deskStore } from '#functions/adapters/table/desk-store.ts';
import { lateStore } from '#functions/adapters/table/late-store.ts';
import { startStore } from '#functions/adapters/table/start-store.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { openStates, type StatesEngine } from '#local/aws/step-functions/index.ts';
import { ensureStateMachine } from '#local/host/state-machine.ts';
import { seed } from '#local/seeding/seed.ts';
import { errandPorts, place, storesOf } from '#test/bench/path.ts';
import { decisionOf } from '#test/support/samples.ts';
import { onboardingDefinition } from '#workflows/onboarding.ts';
import { meteredTable, type MeteredTable } from '#test/bench/table.ts';

/*
 * Rounds and calls to the table of what is done most. A round is what is asked side by side: each costs its answer one way there and back.
 * A number here may fall; one that grows has a reason, or the path is too long.
 */

const now = Date.parse('2025-12-12T09:00:00+05:00');
const zoneId = 'aqtobe';
const staff = (role: 'officer' | 'leadership'): Actor => ({
  kind: 'staff',
  personId: role,
  memberships: [{ personId: role, scope: 'zone', scopeId: zoneId, role }],
});

/**
 * Counts what goes to the table, in rounds: whatever is asked before anything is answered goes out together, and its answers come back
 * together. So a round is a step that really has to wait for the one before, however fast the table is.
 */
function counting({ client }: MeteredTable) {
  const seen = { calls: 0, rounds: 0, items: 0 };
  let round:
    { readonly begins: Promise<void>; readonly ends: Promise<void>; readonly join: () => () => void } | undefined;
  const newRound = () => {
    const [begins, ends] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    let underWay = 0;
    seen.rounds += 1;
    setImmediate(() => {
      round = undefined;
      begins.resolve(undefined);
    });
    const join = () => {
      underWay += 1;
      return () => {
        underWay -= 1;
        if (underWay === 0) ends.resolve(undefined);
      };
    };
    return { begins: begins.promise, ends: ends.promise, join };
  };
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems } = args.input as { readonly TransactItems?: readonly unknown[] };
      seen.calls += 1;
      seen.items = Math.max(seen.items, TransactItems?.length ?? 0);
      const own = (round ??= newRound());
      const leave = own.join();
      await own.begins;
      try {
        return await next(args);
      } finally {
        leave();
        await own.ends;
      }
    },
    { step: 'initialize', name: 'calls' },
  );
  return async (work: () => Promise<unknown>) => {
    Object.assign(seen, { calls: 0, rounds: 0, items: 0 });
    await work();
    return { ...seen };
  };
}

let table: MeteredTable;
let engine: StatesEngine;
let counted: ReturnType<typeof counting>;
let ports: ReturnType<typeof storesOf> & ReturnType<typeof errandPorts>;
let projectId: string;
let letterId: string;
const sent: string[] = [];
const linkOf = (target: LinkTarget): string => JSON.stringify(target);

async function must<Value>(asked: Promise<Result<Value>>): Promise<Value> {
  const result = await asked;
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** What the stream brings once: the outbox of a project is worked off, and its workflow waits. */
async function workedOnce(id: string): Promise<number> {
  const done = await runPartition(ports, id, now, (_row, error) => {
    throw error;
  });
  await engine.idle();
  return done;
}

async function worked(id: string): Promise<void> {
  while ((await workedOnce(id)) > 0);
}
const submitted = () =>
  must(
    submitLetter(ports, {
      letter: LetterOfIntent.parse(examples.letter),
      idempotencyKey: 'calls',
      sourceIp: '192.0.2.1',
      now,
    }),
  );
const openOne = async (id: string, kind: string) => {
  const found = (await ports.projects.load(id))?.assignments.find((one) => one.kind === kind && one.state === 'open');
  if (found === undefined) throw new Error(`No open ${kind}`);
  return found;
};

beforeAll(async () => {
  table = await meteredTable();
  const stores = storesOf(table);
  engine = await openStates({
    file: ':memory:',
    clock: { now: () => now },
    ...place,
    invoke: async (_name, payload) => ({
      kind: 'ok',
      payload: await openAssignment(stores, OpenAssignmentRequest.parse(payload)),
    }),
  });
  await seed({ ...table, now, demo: false });
  await ensureStateMachine(engine, onboardingDefinition, place);
  const links = { ...stores.links, read: (link: string) => Promise.resolve(JSON.parse(link) as LinkTarget) };
  ports = { ...stores, links, ...errandPorts(engine, sent) };
  const taken = { letter: LetterOfIntent.parse(examples.letter), receivedOn: '2025-10-01', now } as const;
  ({ projectId } = await must(takeOverProject(ports, { ...taken, stage: 'technical-conditions' })));
  await worked(projectId);
  // Reference data is read once in a while, whoever asks.
  await ports.reference.setting(zoneId);
  counted = counting(table);
});
afterAll(async () => {
  await engine.close();
  await table.stop();
});

describe('rounds and calls to the table', () => {
  it('a letter: three rounds until its answer, at most nine items in its transaction, twelve calls until its workflow waits and its receipt is out', async () => {
    let id = '';
    const answered = await counted(async () => {
      ({ projectId: id } = await submitted());
    });
    expect(answered).toMatchObject({ rounds: 3, calls: 4 });
    expect(answered.items).toBeLessThanOrEqual(9);
    const behind = await counted(() => workedOnce(id));
    expect(sent).toContain('receipt');
    expect(await openOne(id, 'office-decision')).toBeDefined();
    expect(answered.calls + behind.calls).toBe(12);
    letterId = id;
  });

  it('a decision of the office', async () => {
    const { assignmentId } = await openOne(letterId, 'office-decision');
    const decision = decisionOf('returned');
    const done = await counted(() => must(decide(ports, { assignmentId, actor: staff('officer'), now, decision })));
    expect(done).toMatchObject({ rounds: 2, calls: 2 });
  });

  it('a party’s answer by its link', async () => {
    const one = await openOne(projectId, 'technical-condition');
    const link = linkOf(heldTarget(one, {}));
    const decision = goodAnswer('technical-condition', '2025-12-12');
    const done = await counted(() => must(decideByLink(ports, { link, now, decision })));
    expect(done).toMatchObject({ rounds: 3, calls: 3 });
  });

  it('the tracking page', async () => {
    const link = linkOf({ kind: 'track', projectId, version: 0 });
    const done = await counted(() => must(viewTracking(ports, { link, now })));
    expect(done).toMatchObject({ rounds: 2, calls: 4 });
  });

  it('the work list', async () => {
    const desks = deskStore(table.client, table.tableName);
    const command = { zoneId, actor: staff('officer'), now, query: { holder: 'office' }, compare: () => 0, page: 1 };
    const done = await counted(() => must(listWork({ ...ports, desks }, command)));
    // The work beside its reader's own record; then that they looked.
    expect(done).toMatchObject({ rounds: 2, calls: 3 });
  });

  it('the overview', async () => {
    const { client, tableName } = table;
    const figures = {
      counts: countStore(client, tableName),
      late: lateStore(client, tableName),
      starts: startStore(client, tableName),
    };
    const done = await counted(() =>
      must(viewOverview({ ...ports, ...figures }, { actor: staff('leadership'), zoneId, now })),
    );
    expect(done).toMatchObject({ rounds: 3, calls: 7 });
  });
});
