import { OpenAssignmentRequest } from '#core/stages/workflow.ts';
import type { Aggregate } from '#core/project/project.ts';
import type { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import { complete, type CompleteChange } from '#core/project/complete-change.ts';
import { openAssignment } from '#core/stages/open-assignment.ts';
import { runPartition } from '#core/notices/run-partition.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import type { Journey } from './journey.ts';
import { memoryPorts, type MemoryOptions } from './memory-ports.ts';
import { at, fileRecord, letter, signedLetter } from './samples.ts';
import { WorkflowMachine } from './workflow-machine.ts';

/** More than this happens by itself only in a circle. */
const mostThings = 500;

/** Use cases on memory ports, with the workflow on an engine beside them and a clock that a test moves. */
export function world(options: MemoryOptions & { readonly on?: string } = {}) {
  let now = at(options.on ?? '2026-01-12');
  const changes: CompleteChange[] = [];
  const failures: { readonly row: OutboxRow; readonly error: unknown }[] = [];
  const machine = new WorkflowMachine(
    (payload) => openAssignment(ports, OpenAssignmentRequest.parse(payload)),
    () => now,
  );
  const ports = memoryPorts({ workflow: machine, onCommit: (change) => changes.push(change), ...options });
  const runPartitions = async () => {
    const lanes = new Set(
      [...ports.memory.rows.values()].filter(({ state }) => state === 'waiting').map(({ laneId }) => laneId),
    );
    let done = 0;
    for (const partition of lanes)
      done += await runPartition(ports, partition, now, (row, error) => {
        failures.push({ row, error });
      });
    return done;
  };
  return {
    ports,
    machine,
    changes,
    failures,
    runLanes: runPartitions,
    memory: ports.memory,
    now: () => now,
    moveTo: (instant: number) => {
      now = instant;
    },
    /** One thing in the background: a call of the machine, or what waits in the outbox. */
    step: async () => (await machine.step()) || (await runPartitions()) > 0,
    /** Everything that happens by itself has happened. */
    settle: async () => {
      for (let things = 0; (await machine.step()) || (await runPartitions()) > 0; things += 1) {
        if (things > mostThings) throw new Error('The workflow goes round without an end');
      }
    },
    /** A letter with its signed sheet, unless it is to come without. */
    submit: async (
      change: Partial<LetterOfIntent> = {},
      idempotencyKey = `key-${String(Math.max(0, ports.memory.projects.size))}`,
      signed = true,
    ): Promise<string> => {
      const file = fileRecord({
        ...signedLetter,
        fileId: `fsigned-${ports.ids.hash(idempotencyKey).slice(0, 12)}`,
        owner: { kind: 'draft', draftId: idempotencyKey },
      });
      if (signed && !ports.memory.fileRecords.has(file.fileId)) ports.memory.fileRecords.set(file.fileId, file);
      const taken = await submitLetter(ports, {
        letter: letter(change),
        idempotencyKey,
        sourceIp: '192.0.2.1',
        now,
        fileIds: signed ? [file.fileId] : [],
      });
      if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
      return taken.value.projectId;
    },
    load: async (projectId: string): Promise<Aggregate> => {
      const aggregate = await ports.projects.load(projectId);
      if (!aggregate) throw new Error(`No project ${projectId}`);
      return aggregate;
    },
  };
}

export type World = ReturnType<typeof world>;

/** Puts a project that was walked by rules alone into the ports, change by change. */
export async function put({ ports }: World, journey: Journey): Promise<void> {
  const { contact, consent: _, ...rest } = letter();
  for (const { body } of journey.events) {
    if (body.type !== 'document-added') continue;
    const { type: _type, documentId: _id, version: _version, state, ...file } = body;
    ports.memory.fileRecords.set(file.fileId, fileRecord({ ...file, scan: state }));
  }
  for (const change of journey.changes)
    await ports.projects.commit(complete(change, change.before ? undefined : { letter: rest, contact }));
}
