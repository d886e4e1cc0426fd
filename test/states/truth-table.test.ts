import { describe, expect, it } from 'vitest';
import { bodyOfCreate } from './bodies.ts';
import { type Answer, converse, type HistoryEvent, openStage, run } from './drive.ts';
import type { AcceptedRow, Call, CallsRow, Diagnostic, Expected, RefusedRow, Row, RunRow } from './row.ts';
import { table } from './truth-table/index.ts';

const jsonTexts = new Set(['input', 'output', 'parameters']);
/** The details of an event with its JSON texts as values: AWS's spacing of them is a matter of `history-text`. */
const values = (event: HistoryEvent): unknown => JSON.parse(JSON.stringify(event), (key, value: unknown) =>
  jsonTexts.has(key) && typeof value === 'string' ? JSON.parse(value) as unknown : value);

const text = (pattern: string | RegExp): unknown => typeof pattern === 'string' ? pattern : expect.stringMatching(pattern);
const exception = (answer: Answer): string => String(answer.body['__type']).replace(/^.*#/, '');

async function checkRun(row: RunRow): Promise<void> {
  const { execution, events, seconds, payloads } = await run(row);
  const { expect: wanted } = row;
  const got = `${String(execution['error'])}: ${String(execution['cause'])}`;
  expect(execution['status'], got).toBe(wanted.status);
  if (wanted.error !== undefined) expect(execution['error'] ?? null).toBe(wanted.error);
  if (wanted.cause !== undefined) expect(execution['cause'] ?? null).toEqual(wanted.cause === null ? null : text(wanted.cause));
  if ('output' in wanted) expect(JSON.parse(String(execution['output']))).toEqual(wanted.output);
  if (typeof wanted.seconds === 'number') expect(seconds).toBe(wanted.seconds);
  if (typeof wanted.seconds === 'object') {
    expect(seconds).toBeGreaterThanOrEqual(wanted.seconds.from);
    expect(seconds).toBeLessThanOrEqual(wanted.seconds.to);
  }
  if (wanted.history !== undefined) expect(events.map(({ type }) => type)).toEqual(wanted.history);
  if (wanted.previous !== undefined) expect(events.map(({ previousEventId }) => previousEventId)).toEqual(wanted.previous);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  for (const [id, details] of Object.entries(wanted.events ?? {})) {
    const event = events[Number(id) - 1];
    expect(event === undefined ? undefined : values(event), `event ${id}`).toMatchObject(details);
  }
  for (const [name, times] of Object.entries(wanted.calls ?? {})) expect(payloads[name]?.length ?? 0, name).toBe(times);
  for (const [name, called] of Object.entries(wanted.payloads ?? {})) expect(payloads[name], name).toEqual(called);
}

const diagnosticOf = ({ code, message, location }: Diagnostic): unknown => expect.objectContaining({
  severity: 'ERROR', code, ...(message === undefined ? {} : { message: text(message) }), ...(location === undefined ? {} : { location }),
});

async function checkRefused(row: RefusedRow): Promise<void> {
  const stage = await openStage();
  try {
    const create = bodyOfCreate('machine', row.definition);
    const said = await stage.ask('ValidateStateMachineDefinition', { definition: create['definition'] });
    expect(said.body['result']).toBe('FAIL');
    const errors = (said.body['diagnostics'] as Expected[]).filter(({ severity }) => severity === 'ERROR');
    const wanted = row.diagnostics.map(diagnosticOf);
    expect(errors).toEqual(row.diagnostics.every(({ message }) => message !== undefined) ? wanted : expect.arrayContaining(wanted));
    const made = await stage.ask('CreateStateMachine', create);
    expect(made.status).toBe(400);
    expect(exception(made)).toBe('InvalidDefinition');
    const first = row.diagnostics[0];
    expect(String(made.body['message'])).toContain(`Invalid State Machine Definition: '${first?.code ?? ''}: ${typeof first?.message === 'string' ? first.message : ''}`);
  } finally {
    await stage.close();
  }
}

async function checkAccepted(row: AcceptedRow): Promise<void> {
  const stage = await openStage();
  try {
    const create = bodyOfCreate('machine', row.definition);
    const said = await stage.ask('ValidateStateMachineDefinition', { definition: create['definition'] });
    expect(said.body).toMatchObject({ result: 'OK' });
    expect(await stage.ask('CreateStateMachine', create)).toMatchObject({ status: 200 });
  } finally {
    await stage.close();
  }
}

function checkCall(call: Call, answer: Answer, place: string): void {
  if (call.refused === undefined) {
    expect(answer, place).toMatchObject({ status: 200, body: call.answers ?? {} });
    return;
  }
  expect({ status: answer.status, exception: exception(answer) }, `${place}: ${JSON.stringify(answer.body)}`).toEqual({ status: 400, exception: call.refused });
  if (call.message !== undefined) expect(answer.body['message'], place).toEqual(text(call.message));
}

async function checkCalls(row: CallsRow): Promise<void> {
  const answers = await converse(row.calls, row.functions);
  for (const [i, call] of row.calls.entries()) {
    const answer = answers[i];
    if (answer !== undefined) checkCall(call, answer, `${i + 1}. ${call.target}`);
  }
}

const check = (row: Row): Promise<void> => {
  if (row.kind === 'run') return checkRun(row);
  if (row.kind === 'refused') return checkRefused(row);
  return row.kind === 'accepted' ? checkAccepted(row) : checkCalls(row);
};

for (const [theme, rows] of Object.entries(table)) {
  describe(`On AWS: ${theme}`, () => {
    for (const row of rows) it(`${row.id} ${row.title}`, () => check(row));
  });
}
