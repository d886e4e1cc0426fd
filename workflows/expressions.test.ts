import { describe, expect, it } from 'vitest';
import { WorkflowAnswer } from '#core/stages/workflow.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { evaluate as evaluateOn } from '#local/aws/step-functions/expressions/evaluate.ts';
import type { Json } from '#local/aws/step-functions/json.ts';
import { definition } from '#test/support/workflow.ts';

interface Found {
  readonly path: string;
  readonly code: string;
}

/** Every expression with its place in the file. */
function found(value: unknown, path = ''): readonly Found[] {
  if (typeof value === 'string') return value.startsWith('{%') ? [{ path, code: value }] : [];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => found(inner, `${path}/${key}`))
    : [];
}

const all = found(definition);
const startTime = '2025-12-12T04:00:00.000Z';
const now = Date.parse('2026-01-12T04:00:00.000Z');
const context = {
  Execution: { Input: { schemaVersion: 1, projectId: 'p1', generation: 3, stage: 'expertise' }, StartTime: startTime },
  State: { EnteredTime: '2026-01-12T04:00:00.000Z', RetryCount: 0 },
  Task: { Token: 'token' },
};
const answers = WorkflowAnswer.shape.outcome.options;
const settled = { outcome: 'settled', stage: 'technical-conditions' };
const rollover = { outcome: 'rollover', stage: 'technical-conditions' };

const evaluate = (code: string, states: Readonly<Record<string, Json>>): Promise<Json> =>
  evaluateOn(code, 'Output', { states: { context, ...states }, variables: {}, now });
const at = (end: string): readonly Found[] => all.filter(({ path }) => path.endsWith(end));

describe('every expression yields a value', () => {
  const inputs: readonly (readonly [string, Readonly<Record<string, Json>>])[] = [
    ...[...answers, 'rollover'].flatMap((outcome) =>
      stageIds.map((stage) => [`${outcome} at ${stage}`, { outcome, stage }] as const),
    ),
    ['the start of an execution', { ...context.Execution.Input }],
    ['lines', { lines: ['power', 'gas'], stage: 'technical-conditions' }],
    ['no lines', { lines: [], stage: 'technical-conditions' }],
  ];
  it.each(inputs)('for %s', async (_, input) => {
    const lines = input['lines'] ?? [];
    for (const { path, code } of all) {
      const result = path.includes('/Utility lines/Output') ? [settled, rollover] : { Payload: { lines } };
      // Only these two read a field that only their own input has.
      if (path.endsWith('/Items') && !('lines' in input)) continue;
      expect(await evaluate(code, { input, result }), path).toBeDefined();
    }
  });
});

describe('conditions', () => {
  it.each(at('/Condition').map(({ path, code }) => [path, code]))('%s tells yes or no', async (_, code) => {
    for (const outcome of answers)
      expect(await evaluate(code, { input: { outcome, stage: 'expertise' } })).toBeTypeOf('boolean');
  });
});

describe('the time limit of a wait', () => {
  const day = 86_400;
  const codes = [...new Set(at('/TimeoutSeconds').map(({ code }) => code))];
  it('is one expression for all waits', () => {
    expect(codes).toHaveLength(1);
    expect(at('/TimeoutSeconds')).toHaveLength(stageIds.length + 2);
  });
  it.each([
    ['at the start', 0, 330 * day],
    ['half way', 165, 165 * day],
    ['a second before its end', 330 - 1 / day, 60],
    ['long after its end', 360, 60],
    ['half a second after the start', 0.5 / day, 330 * day - 1],
  ])('%s of an execution', async (_, days, seconds) => {
    const StartTime = new Date(now - Math.round(days * day * 1000)).toISOString();
    const left = await evaluate(codes[0] ?? '', {
      context: { ...context, Execution: { ...context.Execution, StartTime } },
    });
    expect(left).toBe(seconds);
  });
});

describe('what the lines came to', () => {
  const ended = { outcome: 'ended', stage: 'technical-conditions' };
  const [output] = all.filter(({ path }) => path.endsWith('/Utility lines/Output'));
  it.each([
    ['no line at all', [], settled],
    ['one settled', [settled], settled],
    ['all settled', [settled, settled, settled], settled],
    ['one rolled over', [settled, rollover, settled], rollover],
    ['all rolled over', [rollover, rollover], rollover],
    ['the project ended', [settled, ended, ended], ended],
    [
      'sent back',
      [settled, { outcome: 'sent-back', stage: 'council-approval' }],
      { outcome: 'sent-back', stage: 'council-approval' },
    ],
  ])('%s', async (_, result, expected) => {
    expect(await evaluate(output?.code ?? '', { input: {}, result })).toEqual(expected);
  });
});

it('the next execution is named after the project and its generation', async () => {
  const [name] = at('/Continue as new execution/Arguments/Name');
  expect(await evaluate(name?.code ?? '', { input: { stage: 'expertise' } })).toBe('p1-4');
});
