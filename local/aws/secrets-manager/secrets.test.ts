import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localServices } from '../http/local-services.ts';
import { type HttpServer, serve } from '../http/server.ts';
import { freePort } from '../../kit/free-port.ts';
import { testCredentials as credentials, testSigner as signer } from '../testing/signer.ts';
import { ensureSecret } from './secret.ts';
import { secretsService } from './service.ts';

describe('the secret of a data folder', () => {
  const newFile = () => join(mkdtempSync(join(tmpdir(), 'secret-')), 'link-secret');

  it('has 32 random bytes, stays the same and is private', () => {
    const file = newFile();
    const secret = ensureSecret(file);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(ensureSecret(file)).toBe(secret);
    expect(ensureSecret(newFile())).not.toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not replaced when it is damaged', () => {
    const file = newFile();
    writeFileSync(file, 'half');
    expect(() => ensureSecret(file)).toThrow('does not hold a secret');
  });
});

describe('Secrets Manager', () => {
  let server: HttpServer;
  let client: SecretsManagerClient;
  beforeAll(async () => {
    const port = await freePort();
    const secrets = secretsService({
      id: 'links',
      value: 'the secret',
      region: 'eu-central-1',
      account: '000000000000',
    });
    server = await serve({
      port,
      dispatch: localServices({
        services: { secrets: { access: 'signed', as: 'secretsmanager', service: secrets } },
        signer,
      }),
      onError: (error) => expect.fail(String(error)),
      onAnswer: () => undefined,
    });
    client = new SecretsManagerClient({
      endpoint: `http://127.0.0.1:${port}/_local/secrets`,
      region: 'eu-central-1',
      credentials,
    });
  });
  afterAll(() => server.close());

  it('gives the secret by name and by ARN', async () => {
    const { ARN, SecretString } = await client.send(new GetSecretValueCommand({ SecretId: 'links' }));
    expect(SecretString).toBe('the secret');
    expect(await client.send(new GetSecretValueCommand({ SecretId: ARN }))).toMatchObject({
      SecretString,
      Name: 'links',
    });
  });

  it('refuses the rest by its own names', async () => {
    await expect(client.send(new GetSecretValueCommand({ SecretId: 'other' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      client.send(new PutSecretValueCommand({ SecretId: 'links', SecretString: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });
});
