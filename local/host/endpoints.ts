import { join } from 'node:path';
import { readJson, writeWhole } from '../kit/files.ts';
import type { Account } from '../aws/cognito/accounts.ts';

export interface Endpoints {
  readonly site: string;
  /** Origin of the API, below which its paths (`/api/…`, `/openapi.json`) begin. */
  readonly api: string;
  readonly mailbox: string;
  readonly dynamodb: string;
  readonly states: string;
  readonly email: string;
  readonly clock: string;
  readonly issuer: string;
  readonly secrets: string;
  readonly objects: string;
  readonly stateMachineArn: string;
  readonly tableName: string;
  /** Signs what is sent to `dynamodb`, `states`, `email`, `secrets` and `objects`. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly accounts: readonly Account[];
}

/** The site on its port, all else on the other: what leads people to the site leads nobody to the local services. */
export function serviceAddresses(ports: { site: number; local: number }) {
  const site = `http://127.0.0.1:${ports.site}`;
  const local = (name: string) => `http://127.0.0.1:${ports.local}/_local/${name}`;
  return {
    site,
    api: site,
    mailbox: local('mailbox'),
    states: local('states'),
    email: local('email'),
    clock: local('clock'),
    issuer: local('issuer'),
    secrets: local('secrets'),
    objects: local('objects'),
  };
}

const fileIn = (dataDir: string): string => join(dataDir, 'endpoints.json');

export const writeEndpoints = (dataDir: string, endpoints: Endpoints): void =>
  writeWhole(fileIn(dataDir), `${JSON.stringify(endpoints, undefined, 2)}\n`);

/** The endpoints of the host that runs, or last ran, on a data folder; `undefined` when none ever did. */
export const readEndpoints = (dataDir: string): Endpoints | undefined =>
  readJson(fileIn(dataDir), 'start the host, which writes it anew') as Endpoints | undefined;
