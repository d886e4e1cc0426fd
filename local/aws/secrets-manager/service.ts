import { json } from '../http/answer.ts';
import type { Service } from '../http/server.ts';

interface Options {
  readonly id: string;
  readonly value: string;
  readonly region: string;
  readonly account: string;
}

export function secretsService({ id, value, region, account }: Options): Service {
  const ARN = `arn:aws:secretsmanager:${region}:${account}:secret:${id}-local0`;
  return ({ headers, body }) => {
    if (headers['x-amz-target'] !== 'secretsmanager.GetSecretValue')
      return fault('InvalidRequestException', 'This host knows GetSecretValue only.');
    const wanted = secretId(body);
    if (wanted !== id && wanted !== ARN)
      return fault('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return json(
      200,
      {
        ARN,
        Name: id,
        SecretString: value,
        VersionId: '00000000-0000-0000-0000-000000000000',
        VersionStages: ['AWSCURRENT'],
      },
      type,
    );
  };
}

const type = { 'content-type': 'application/x-amz-json-1.1' };
const fault = (__type: string, message: string) => json(400, { __type, message }, type);

function secretId(body: Buffer): unknown {
  try {
    return (JSON.parse(body.toString()) as { SecretId?: unknown } | null)?.SecretId;
  } catch {
    return undefined;
  }
}
