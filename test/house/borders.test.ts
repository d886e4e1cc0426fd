import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

/** What the borders say of a module that imports another. */
async function saidOf(filePath: string, imported: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-imports')
    .map(({ message }) => message);
}

it.each([
  ['core/domain/x.ts', '#infra/manifest/index.ts'],
  ['core/domain/x.ts', 'node:fs'],
  ['pages/office/x.tsx', '#functions/http/office.ts'],
  ['pages/office/x.tsx', '../kit/visit.ts'],
  ['pages/office/sheet.ts', './handler.ts'],
  ['functions/events/x.ts', '#pages/routes.ts'],
  ['core/letter/x.ts', '#pages/routes.ts'],
  ['functions/http/x.ts', '#local/host/log.ts'],
  ['seeds/x.ts', '#local/host/log.ts'],
  ['infra/aws/x.ts', '#local/host/log.ts'],
  ['local/aws/s3/x.ts', '#core/kernel/window.ts'],
  ['local/aws/s3/x.ts', '#seeds/zones.ts'],
  ['local/aws/s3/x.ts', '#infra/manifest/index.ts'],
  ['local/aws/s3/x.ts', '../../host/log.ts'],
  ['local/clock/x.ts', '../folder/parts.ts'],
  ['local/host/x.ts', '#test/support/host.ts'],
])('%s may not import %s', async (file, imported) => {
  expect(await saidOf(file, imported)).toHaveLength(1);
});

it.each([
  ['functions/http/x.ts', '#core/kernel/window.ts'],
  ['infra/aws/x.ts', '#seeds/zones.ts'],
  ['local/aws/s3/x.ts', '../../clock/clock.ts'],
  ['local/host/x.ts', '#infra/manifest/index.ts'],
  ['local/host/x.test.ts', '#test/support/host.ts'],
])('%s may import %s', async (file, imported) => {
  expect(await saidOf(file, imported)).toEqual([]);
});
