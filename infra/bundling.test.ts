import { createServer, type IncomingHttpHeaders } from 'node:http';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { languages } from '#core/kernel/common.ts';
import { bundle, root } from './bundling.ts';

const run = promisify(execFile);
let directory: string;
let file: string;

/** A function with data access; it is bundled as ours are and run in a process of its own. */
const source = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
const table = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 1 }));
export const greeting = 'Ниет хаты';
export async function handler() {
  return (await table.send(new GetCommand({ TableName: 'a-table', Key: { PK: 'p', SK: 's' } }))).Item;
}`;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'bundling-'));
  const entry = join(directory, 'entry.ts');
  writeFileSync(entry, source.replaceAll("from '@aws-sdk", `from '${join(root, 'node_modules/@aws-sdk')}`));
  file = await bundle(entry, directory);
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Runs the bundle's handler in a Node with this environment only. */
async function invoke(
  environment: Record<string, string>,
  bundled = file,
): Promise<{ stdout: string; stderr: string }> {
  const call = `import(${JSON.stringify(pathToFileURL(bundled).href)}).then((m) => m.handler()).then((r) => process.stdout.write(JSON.stringify(r)))`;
  return run(process.execPath, ['-e', call], { env: environment });
}

describe('a bundle with the DynamoDB client', () => {
  it('signs with the credentials and session token Lambda puts into the environment', async () => {
    let seen: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
      seen = request.headers;
      response.setHeader('content-type', 'application/x-amz-json-1.0').end('{"Item":{"PK":{"S":"p"}}}');
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    try {
      const { stdout } = await invoke({
        AWS_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'a-secret',
        AWS_SESSION_TOKEN: 'a-session',
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(address.port)}`,
      });
      expect(JSON.parse(stdout)).toEqual({ PK: 'p' });
    } finally {
      server.close();
    }
    expect(seen['authorization']).toMatch(/Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/dynamodb\//);
    expect(seen['x-amz-security-token']).toBe('a-session');
  });

  it('says what is missing when there are no credentials', async () => {
    await expect(invoke({ AWS_REGION: 'eu-central-1' })).rejects.toThrow(
      'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set',
    );
  });

  it('leaves the unused credential providers out and is small', () => {
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain('sso_session');
    expect(text).not.toContain('AWS_CONTAINER_CREDENTIALS_FULL_URI');
    expect(Buffer.byteLength(text) / 1024).toBeLessThan(200);
  });

  it('leaves out what nobody calls of a client, and keeps what somebody calls', async () => {
    const entry = join(directory, 'email.ts');
    writeFileSync(entry, `export { SendEmailCommand } from '${join(root, 'node_modules/@aws-sdk/client-sesv2')}';`);
    const text = readFileSync(await bundle(entry, join(directory, 'email')), 'utf8');
    expect(text).toContain('/v2/email/outbound-emails');
    expect(text).not.toContain('/v2/email/dedicated-ip-pools');
  });

  it('keeps Cyrillic as it is', () => {
    expect(readFileSync(file, 'utf8')).toContain('Ниет хаты');
  });
});

describe('a bundle with words', () => {
  it.each(languages)('needs the file of %s alone to say them in it', async (language) => {
    const own = join(directory, language);
    const entry = join(directory, `${language}.ts`);
    const area = join(root, 'core/texts/areas/frame.ts');
    writeFileSync(
      entry,
      `import { frameTexts } from '${area}'; export const handler = async () => frameTexts('${language}');`,
    );
    const bundled = await bundle(entry, own);
    const others = readdirSync(own).filter((name) => name !== 'index.mjs' && !name.startsWith(`${language}.`));
    expect(others).toHaveLength(languages.length - 1);
    for (const other of others) rmSync(join(own, other));
    expect(JSON.parse((await invoke({}, bundled)).stdout)).toEqual(frameTexts(language));
  });
});
