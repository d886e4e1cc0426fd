import { expect, it } from 'vitest';
import { functionEnvironment } from './environment.ts';

it('functions find the local services, whatever AWS settings the host was started with', () => {
  const facts = {
    region: 'eu-central-1',
    tableName: 't',
    stateMachineArn: 'arn',
    linkSecretId: 's',
    siteUrl: 'u',
    emailFrom: 'f',
    configurationSet: 'c',
    issuer: 'http://127.0.0.1:1/issuer',
    clientId: 'site',
    dynamodb: 'd',
    states: 'st',
    email: 'e',
    secrets: 'se',
    objects: 'o',
    filesBucket: 'fb',
    filesUrl: 'fu',
    scansFiles: false,
    undoSeconds: 30,
    accessSecret: 'key',
  };
  const environment = functionEnvironment(facts, {
    AWS_PROFILE: 'mine',
    AWS_SESSION_TOKEN: 'x',
    AWS_ENDPOINT_URL: 'elsewhere',
    AWS_REGION: 'us-east-1',
    TABLE_NAME: 'theirs',
    PATH: '/bin',
  });
  expect(environment).toMatchObject({
    PATH: '/bin',
    TABLE_NAME: 't',
    AWS_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL_DYNAMODB: 'd',
    AWS_ENDPOINT_URL_SFN: 'st',
    AWS_ENDPOINT_URL_SESV2: 'e',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: 'se',
    AWS_ENDPOINT_URL_S3: 'o',
    AWS_SECRET_ACCESS_KEY: 'key',
    FILE_SCANNING: 'off',
    UNDO_SECONDS: '30',
  });
  expect(
    Object.keys(environment).filter((name) => ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL'].includes(name)),
  ).toEqual([]);
});
