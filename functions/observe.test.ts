import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** What a function of a deployment writes when it runs this, entry by entry. */
function written(code: string): Record<string, unknown>[] {
  const module = JSON.stringify(new URL('observe.ts', import.meta.url).href);
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import * as observe from ${module}; ${code}`],
    { env: { AWS_LAMBDA_FUNCTION_NAME: 'zholkarta-trial-sweep-outbox' }, encoding: 'utf8' },
  );
  const lines = `${run.stdout}${run.stderr}`.trim().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

const quoting =
  "Object.assign(new Error('Email address is not verified: investor@example.org\\n    of zone'), { name: 'MessageRejected', code: 'E1', $metadata: { httpStatusCode: 400, requestId: 'r-1' } })";

describe('the log', () => {
  const [entry] = written(
    `observe.log('errand-put-off', { lane: 'l', row: 'r', kind: 'email', attempts: 2, error: ${quoting} });`,
  );

  it('tells of an error what finds it', () => {
    expect(entry).toMatchObject({
      level: 'WARN',
      message: 'errand-put-off',
      lane: 'l',
      error: { name: 'MessageRejected', code: 'E1', status: 400, requestId: 'r-1' },
    });
    const { places } = entry?.['error'] as { places: string[] };
    expect(places.length).toBeGreaterThan(0);
    expect(places.filter((place) => !/^at .*:\d+:\d+\)?$/.test(place))).toEqual([]);
  });

  it('never quotes what it says', () => {
    expect(JSON.stringify(entry)).not.toMatch(/example\.org|verified|of zone/);
  });

  it('takes anything for an error', () => {
    const [thrown] = written(
      "observe.log('request-failed', { operation: 'o', reference: 'r', error: 'investor@example.org' });",
    );
    expect(thrown).toMatchObject({ level: 'ERROR', error: { name: 'unknown' } });
    expect(JSON.stringify(thrown)).not.toContain('example.org');
  });
});

describe('metrics', () => {
  it('carry the deployment they come from', () => {
    expect(written("observe.count('RowsSetAside', 2); observe.reportOldestMessage(7);")).toMatchObject([
      { RowsSetAside: 2, service: 'zholkarta-trial' },
      { OldestErrandAge: 7, service: 'zholkarta-trial' },
    ]);
  });
});
