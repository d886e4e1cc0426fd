import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExecutionInput } from '#core/stages/workflow.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { readParameters } from '#infra/aws/parameters.ts';
import { root } from '#infra/bundling.ts';
import { table } from '#infra/manifest/index.ts';
import { zones } from '#seeds/zones.ts';
import { templates } from './synthesised.ts';

const page = readFileSync(join(root, 'docs/deploy.md'), 'utf8');
const first = (pattern: RegExp): string => {
  const found = pattern.exec(page)?.[1];
  if (found === undefined) throw new Error(`Nothing on the page like ${String(pattern)}`);
  return found;
};

describe('the deploy page', () => {
  it('shows parameters that are taken as they stand', () => {
    const shown = JSON.parse(`{${first(/```json\n([\s\S]*?)```/)}}`) as { zholkarta: Record<string, unknown> };
    expect(readParameters(shown.zholkarta)).toMatchObject(shown.zholkarta);
  });

  it("D4: puts a membership of a region that exists under the table's own keys", () => {
    const plain = page.replaceAll('\\"', '"');
    const membership = { personId: '$SUB', scope: 'region', scopeId: 'aqtobe-region', role: 'administrator' } as const;
    expect(zones.map(({ regionId }) => regionId)).toContain(membership.scopeId);
    for (const { PK, SK } of [keys.membership(membership), keys.staff(membership)]) {
      expect(plain).toContain(`"PK":{"S":"${PK}"},"SK":{"S":"${SK}"}`);
    }
  });

  it('starts an execution with input the machine takes', () => {
    const input = first(/--input '(.*)'/).replace('GENERATION', '2');
    expect(ExecutionInput.safeParse(JSON.parse(input)).success).toBe(true);
  });

  it('gives back what a restore forgets', () => {
    expect(page).toContain(`StreamViewType=${table.streamView}`);
    expect(page).toContain(`AttributeName=${table.timeToLive}`);
  });

  it('names outputs that exist', () => {
    const outputs = Object.values(
      templates({
        domain: { name: 'a.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a' },
      }),
    ).flatMap((template) => Object.keys(template.findOutputs('*')));
    for (const output of [
      'SiteUrl',
      'TableName',
      'FilesBucketName',
      'StateMachineArn',
      'Issuer',
      'ClientId',
      'UserPoolId',
      'SignInPageUrl',
      'DkimRecord1',
      'DnsRecord',
    ]) {
      expect(page).toContain(`\`${output}\``);
      expect(outputs).toContain(output);
    }
  });

  it('links to files that exist', () => {
    const links = [...page.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => String(path));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
