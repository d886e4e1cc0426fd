import { forumStore } from '#functions/adapters/table/forum-store.ts';
import { lineStore } from '#functions/adapters/table/line-store.ts';
import { showcaseStore } from '#functions/adapters/table/showcase-store.ts';
import { headquartersStore } from '#functions/adapters/table/headquarters-store.ts';
import { examples } from '#core/api/examples.ts';
import { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { Aggregate } from '#core/project/project.ts';
import { OpenAssignmentRequest } from '#core/stages/workflow.ts';
import { answer } from '#core/stages/answer.ts';
import { holdOriginals } from '#core/documents/judge-document.ts';
import { lackingDocuments } from '#core/documents/needed-documents.ts';
import { isOpen } from '#core/project/standing.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { changeProject } from '#core/project/change-project.ts';
import { openAssignment } from '#core/stages/open-assignment.ts';
import { runPartition } from '#core/notices/run-partition.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { ids } from '#functions/adapters/ids.ts';
import { limitStore } from '#functions/adapters/table/count-store.ts';
import { fileRecordStore } from '#functions/adapters/table/file-record-store.ts';
import { draftStore, linkMessages } from '#functions/adapters/table/draft-store.ts';
import { outboxStore } from '#functions/adapters/table/outbox-store.ts';
import { plotStore } from '#functions/adapters/table/plot-store.ts';
import { projectLists } from '#functions/adapters/table/project-lists.ts';
import { projectStore, taskTokens } from '#functions/adapters/table/project-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import { seed } from '#local/seeding/seed.ts';
import { openStates, type StatesEngine } from '#local/aws/step-functions/index.ts';
import { onboardingDefinition } from '#workflows/onboarding.ts';
import { ensureStateMachine, stateMachineArn } from '#local/host/state-machine.ts';
import { figure, type Figure } from './figure.ts';
import { meteredTable, type MeteredTable } from './table.ts';

const now = Date.parse('2025-12-12T09:00:00+05:00');
export const place = { region: 'eu-central-1', account: '000000000000' };

type Stores = Pick<
  Ports,
  | 'projects'
  | 'reference'
  | 'headquarters'
  | 'showcase'
  | 'lines'
  | 'forums'
  | 'limits'
  | 'ids'
  | 'links'
  | 'tokens'
  | 'outbox'
  | 'drafts'
  | 'linkErrands'
  | 'lists'
  | 'plots'
  | 'fileRecords'
>;

/** The table's own stores, with links that say nothing. */
export const storesOf = ({ client, tableName }: MeteredTable): Stores => ({
  projects: projectStore(client, tableName),
  reference: referenceStore(client, tableName),
  headquarters: headquartersStore(client, tableName),
  showcase: showcaseStore(client, tableName),
  forums: forumStore(client, tableName),
  lines: lineStore(client, tableName, () => undefined),
  limits: limitStore(client, tableName),
  tokens: taskTokens(client, tableName),
  outbox: outboxStore(client, tableName, () => undefined),
  drafts: draftStore(client, tableName),
  linkErrands: linkMessages(client, tableName),
  lists: projectLists(client, tableName),
  plots: plotStore(client, tableName),
  fileRecords: fileRecordStore(client, tableName),
  ids,
  links: {
    urlOf: () => Promise.resolve('https://zholkarta.example.org/l/x'),
    officeUrlOf: () => 'https://zholkarta.example.org/office',
    read: () => Promise.resolve(undefined),
  },
});

async function ask(engine: StatesEngine, action: string, input: object): Promise<Record<string, unknown>> {
  return (await engine.handle(`AWSStepFunctions.${action}`, input)).body as Record<string, unknown>;
}

/** The workflow service as the relay uses it, without HTTP; emails are counted, not sent. */
export function errandPorts(
  engine: StatesEngine,
  sent: string[],
): Pick<Ports, 'workflow' | 'emails'> & { readonly runImport: () => Promise<void> } {
  return {
    runImport: () => Promise.reject(new Error('Nothing is imported here')),
    workflow: {
      start: async (input) => {
        await ask(engine, 'StartExecution', {
          stateMachineArn: stateMachineArn(place),
          name: input.projectId,
          input: JSON.stringify(input),
        });
      },
      answer: async (taskToken, output) => {
        await ask(engine, 'SendTaskSuccess', { taskToken, output: JSON.stringify(output) });
        return 'answered';
      },
    },
    emails: {
      send: ({ notice }) => {
        sent.push(notice);
        return Promise.resolve('sent');
      },
    },
  };
}

/** The next answer of the path: everything else before the office's decision. */
const nextOf = ({ assignments }: Aggregate) => {
  const open = assignments.filter(isOpen);
  return open.find(({ kind }) => kind !== 'office-decision') ?? open[0];
};

async function walk(stores: Stores, engine: StatesEngine, sent: string[]): Promise<string> {
  const ports = { ...stores, ...errandPorts(engine, sent) };
  const submitted = await submitLetter(ports, {
    letter: LetterOfIntent.parse(examples.letter),
    idempotencyKey: 'bench-path',
    sourceIp: 'bench',
    now,
    originalHeldBy: { kind: 'staff', personId: 'bench' },
  });
  if (!submitted.ok) throw new Error(submitted.failure.kind);
  const { projectId } = submitted.value;
  for (;;) {
    await runPartition(ports, projectId, now, (_row, error) => {
      throw error;
    });
    await engine.idle();
    if (
      (await runPartition(ports, projectId, now, (_row, error) => {
        throw error;
      })) > 0
    )
      continue;
    const aggregate = await ports.projects.load(projectId);
    const next = aggregate && nextOf(aggregate);
    if (next === undefined) return projectId;
    await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (state, setting) =>
      next.kind === 'documents'
        ? holdOriginals(
            state,
            setting,
            lackingDocuments(state).map(({ kind }) => kind),
            { kind: 'staff', personId: 'bench' },
          )
        : answer(state, setting, {
            assignmentId: next.assignmentId,
            decision: goodAnswer(next.kind, '2025-12-12'),
            by: { kind: 'system' },
          }),
    );
  }
}

/** One letter with three utility lines from form to construction start: state transitions, capacity units, emails. */
export async function benchPath(): Promise<readonly Figure[]> {
  const table = await meteredTable();
  const stores = storesOf(table);
  const engine = await openStates({
    file: ':memory:',
    clock: { now: () => now },
    ...place,
    invoke: async (_name, payload) => ({
      kind: 'ok',
      payload: await openAssignment(stores, OpenAssignmentRequest.parse(payload)),
    }),
  });
  try {
    await seed({ ...table, now, demo: false });
    await ensureStateMachine(engine, onboardingDefinition, place);
    const sent: string[] = [];
    let projectId = '';
    const { readUnits, writeUnits } = await table.consumed(async () => {
      projectId = await walk(stores, engine, sent);
    });
    const executionArn = `arn:aws:states:${place.region}:${place.account}:execution:zholkarta-onboarding:${projectId}`;
    const { events } = await ask(engine, 'GetExecutionHistory', { executionArn, maxResults: 1000 });
    const entered = (events as { type: string }[]).filter(({ type }) => type.endsWith('StateEntered'));
    return [
      figure('path with three lines: state transitions', entered.length, ''),
      figure('path with three lines: write units', writeUnits, ''),
      figure('path with three lines: read units', readUnits, ''),
      figure('path with three lines: emails', sent.length, ''),
    ];
  } finally {
    await engine.close();
    await table.stop();
  }
}
