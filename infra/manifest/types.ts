export interface FunctionSpec {
  readonly entry: string;
  readonly purpose: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: readonly EnvironmentName[];
  readonly may: Grants;
}

export type EnvironmentName =
  | 'TABLE_NAME'
  | 'STATE_MACHINE_ARN'
  | 'LINK_SECRET_ID'
  | 'SITE_URL'
  | 'EMAIL_FROM'
  | 'EMAIL_CONFIGURATION_SET'
  | 'FILES_BUCKET'
  /** Under which browsers reach the store of files, without the bucket. */
  | 'FILES_URL'
  /** `on` or `off`: whether a scanner looks at every file that comes. */
  | 'FILE_SCANNING'
  /** For how long staff can take back what they have just done; 0: never, and nothing waits. */
  | 'UNDO_SECONDS'
  | 'ISSUER_URL'
  | 'CLIENT_ID';

export interface Grants {
  readonly table?: readonly TableAction[];
  readonly indexes?: readonly IndexName[];
  readonly stateMachine?: readonly ('states:StartExecution' | 'states:SendTaskSuccess')[];
  readonly email?: readonly 'ses:SendEmail'[];
  readonly files?: readonly FileRight[];
  readonly linkSecret?: readonly 'secretsmanager:GetSecretValue'[];
}

/** A transaction needs the actions of its parts; `Query` on an index is granted by `indexes`. */
export type TableAction =
  | 'dynamodb:GetItem'
  | 'dynamodb:BatchGetItem'
  | 'dynamodb:Query'
  | 'dynamodb:PutItem'
  | 'dynamodb:UpdateItem'
  | 'dynamodb:DeleteItem'
  | 'dynamodb:ConditionCheckItem';

/** An action on the objects below one prefix; `s3:ListBucket` tells a file that is not there from one that must not be read. */
export type FileRight =
  `${'s3:PutObject' | 's3:GetObject' | 's3:DeleteObject'} ${'incoming' | 'kept' | 'published'}` | 's3:ListBucket';

export type IndexName =
  | 'byZone'
  | 'byStage'
  | 'byForum'
  | 'bySector'
  | 'byStart'
  | 'byOverdue'
  | 'byDue'
  | 'byHolder'
  | 'byWork'
  | 'byAssignee'
  | 'byOutbox';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  /** API Gateway's form: `{name}` is one path segment. */
  readonly path: string;
  readonly function: FunctionName;
  readonly auth: 'none' | 'jwt';
}

export type FunctionName =
  | 'public'
  | 'links'
  | 'office'
  | 'documents'
  | 'region'
  | 'admin'
  | 'sign-in'
  | 'open-assignment'
  | 'relay'
  | 'sweep-outbox'
  | 'run-day'
  | 'record-delivery'
  | 'record-scan';
