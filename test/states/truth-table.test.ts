import { describe, expect, it } from 'vitest';
import { arnsOf, bodyOfCreate } from './bodies.ts';
import { type Answer, converse, type HistoryEvent, openStage, run } from './drive.ts';
import type { AcceptedRow, Call, CallsRow, Diagnostic, Expected, RefusedRow, Row, RunRow } from './row.ts';
import { table } from './truth-table/index.ts';

const jsonTexts = new Set(['input', 'output', 'parameters']);
/** The details of an event with its JSON texts as values: AWS's spacing of them is a matter of `history-text`. */
const values = (event: HistoryEvent): unknown =>
  JSON.parse(JSON.stringify(event), (key, value: unknown) =>
    jsonTexts.has(key) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
  );

const text = (pattern: string | RegExp): unknown =>
  typeof pattern === 'string' ? pattern : expect.stringMatching(pattern);
const exception = (answer: Answer): string => String(answer.body['__type']).replace(/^.*#/, '');

async function checkRun(row: RunRow): Promise<void> {
  const { execution, events, seconds, payloads } = await run(row);
  const { expect: wanted } = row;
  const got = `${String(execution['error'])}: ${String(execution['cause'])}`;
  expect(execution['status'], got).toBe(wanted.status);
  if (wanted.error !== undefined) expect(execution['error'] ?? null).toBe(wanted.error);
  if (wanted.cause !== undefined)
    expect(execution['cause'] ?? null).toEqual(wanted.cause === null ? null : text(wanted.cause));
  if ('output' in wanted) expect(JSON.parse(String(execution['output']))).toEqual(wanted.output);
  if (typeof wanted.seconds === 'number') expect(seconds).toBe(wanted.seconds);
  if (typeof wanted.seconds === 'object') {
    expect(seconds).toBeGreaterThanOrEqual(wanted.seconds.from);
    expect(seconds).toBeLessThanOrEqual(wanted.seconds.to);
  }
  if (wanted.history !== undefined) expect(events.map(({ type }) => type)).toEqual(wanted.history);
  if (wanted.previous !== undefined)
    expect(events.map(({ previousEventId }) => previousEventId)).toEqual(wanted.previous);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
  for (const [id, details] of Object.entries(wanted.events ?? {})) {
    const event = events[Number(id) - 1];
    expect(event === undefined ? undefined : values(event), `event ${id}`).toMatchObject(details);
  }
  for (const [name, times] of Object.entries(wanted.calls ?? {})) expect(payloads[name]?.length ?? 0, name).toBe(times);
  for (const [name, called] of Object.entries(wanted.payloads ?? {})) expect(payloads[name], name).toEqual(called);
}

const diagnosticOf = ({ code, message, location }: Diagnostic): unknown =>
  expect.objectContaining({
    severity: 'ERROR',
    code,
    ...(message === undefined ? {} : { message: text(message) }),
    ...(location === undefined ? {} : { location }),
  });

async function checkRefused(row: RefusedRow): Promise<void> {
  const stage = await openStage();
  try {
    const create = bodyOfCreate('machine', row.definition);
    const said = await stage.ask('ValidateStateMachineDefinition', { definition: create['definition'] });
    expect(said.body['result']).toBe('FAIL');
    const errors = (said.body['diagnostics'] as Expected[]).filter(({ severity }) => severity === 'ERROR');
    const wanted = row.diagnostics.map(diagnosticOf);
    expect(errors).toEqual(
      row.diagnostics.every(({ message }) => message !== undefined) ? wanted : expect.arrayContaining(wanted),
    );
    const made = await stage.ask('CreateStateMachine', create);
    expect(made.status).toBe(400);
    expect(exception(made)).toBe('InvalidDefinition');
    const first = row.diagnostics[0];
    expect(String(made.body['message'])).toContain(
      `Invalid State Machine Definition: '${first?.code ?? ''}: ${typeof first?.message === 'string' ? first.message : ''}`,
    );
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

function checkCall(call: Call, answer: Answer, place: string, earlier: readonly Expected[]): void {
  if (call.refused === undefined) {
    const { answers = {}, lacks = [] } = call;
    expect(answer, place).toMatchObject({
      status: 200,
      body: typeof answers === 'function' ? answers(earlier) : answers,
    });
    for (const member of lacks) expect(answer.body, place).not.toHaveProperty(member);
    return;
  }
  expect({ status: answer.status, exception: exception(answer) }, `${place}: ${JSON.stringify(answer.body)}`).toEqual({
    status: 400,
    exception: call.refused,
  });
  if (call.message !== undefined) expect(answer.body['message'], place).toEqual(text(call.message));
}

async function checkCalls(row: CallsRow): Promise<void> {
  const answers = await converse(row.calls, row.functions);
  const bodies = answers.map(({ body }) => body);
  for (const [i, call] of row.calls.entries()) {
    const answer = answers[i];
    if (answer !== undefined) checkCall(call, answer, `${i + 1}. ${call.target}`, bodies);
  }
}

const check = (row: Row): Promise<void> => {
  if (row.kind === 'run') return checkRun(row);
  if (row.kind === 'refused') return checkRefused(row);
  return row.kind === 'accepted' ? checkAccepted(row) : checkCalls(row);
};

for (const [theme, rowsOf] of Object.entries(table)) {
  describe(`On AWS: ${theme}`, () => {
    for (const row of rowsOf) it(`${row.id} ${row.title}`, () => check(row));
  });
}

/** Each limit that AWS documents or that was measured, and the row that goes beyond it. */
const limits = {
  'input of 256 KiB': 'limit-input-more',
  'output of 256 KiB': 'limit-output-more',
  'result of 256 KiB': 'limit-answer',
  'results of a Map of 256 KiB': 'limit-results',
  'variable of 256 KiB': 'limit-variable-more',
  'Assign of 256 KiB': 'limit-assign',
  'variables of 10 MiB': 'limit-variables',
  '25,000 events': 'limit-history',
  'a year': 'limit-year',
  'definition of 1 MiB': 'limit-definition',
  'state name of 80 characters': 'limit-name-more',
  'machine name of 80 characters': 'protocol-create-name-long',
  'execution name of 80 characters': 'protocol-start-name-long',
  'variable name of 80 characters': 'variable-name-80',
  '99,999,999 seconds of a wait': 'limit-Seconds',
  '99,999,999 seconds of a timeout': 'limit-TimeoutSeconds',
  '99,999,999 seconds of a heartbeat': 'limit-HeartbeatSeconds',
  'forty iterations at a time': 'limit-concurrency',
  'depth, size and time of an expression': 'expression-bound-0',
  'pages of 1,000 machines': 'protocol-list-limit',
  'pages of 1,000 events': 'history-too-many',
  '100 diagnostics': 'protocol-validate-limit',
  'ninety days of a name': 'protocol-start-after-90-days',
  'fourteen days to redrive': 'protocol-redrive-late',
};
const rows = Object.values(table).flat();
const definitionOf = (row: Row): unknown => {
  if (row.kind === 'calls') return row.calls.map(({ body }) => (typeof body === 'function' ? {} : body));
  return typeof row.definition === 'function' ? row.definition(arnsOf({})) : row.definition;
};
/** Every text anywhere in a value, so also the names of errors and types of states. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

describe('The truth table as a whole', () => {
  it('has at least 180 rows, each with an id of its own', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(180);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('cites a source with an address for every row', () => {
    expect(rows.filter(({ source }) => source.title === '' || !URL.canParse(source.url)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('runs every type of state', () => {
    const types = new Set(
      rows
        .filter(({ kind }) => kind === 'run')
        .flatMap(definitionOf)
        .flatMap(textsOf),
    );
    expect(
      ['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map'].filter((type) => !types.has(type)),
    ).toEqual([]);
  });

  it('has every error name of the language, as an outcome where this dialect can raise it', () => {
    const named = new Set(rows.flatMap(definitionOf).flatMap(textsOf));
    const all = [
      'ALL',
      'HeartbeatTimeout',
      'Timeout',
      'TaskFailed',
      'Permissions',
      'QueryEvaluationError',
      'BranchFailed',
      'NoChoiceMatched',
      'ExceedToleratedFailureThreshold',
      'ItemReaderFailed',
      'ResultWriterFailed',
      'DataLimitExceeded',
    ];
    expect(all.filter((name) => !named.has(`States.${name}`))).toEqual([]);
    const raised = new Set(rows.map((row) => (row.kind === 'run' ? row.expect.error : undefined)));
    expect(
      [
        'Timeout',
        'TaskFailed',
        'QueryEvaluationError',
        'ExceedToleratedFailureThreshold',
        'DataLimitExceeded',
        'Runtime',
      ].filter((name) => !raised.has(`States.${name}`)),
    ).toEqual([]);
  });

  it('has every limit', () => {
    const ids = new Set(rows.map(({ id }) => id));
    expect(Object.entries(limits).filter(([, id]) => !ids.has(id))).toEqual([]);
  });
});
