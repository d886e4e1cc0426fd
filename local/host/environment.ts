/** Variables of the one who starts the host that would lead the SDK away from it. */
const foreign = /^AWS_/;

export const accessKeyId = 'local';

interface Facts {
  readonly region: string;
  readonly tableName: string;
  readonly stateMachineArn: string;
  readonly linkSecretId: string;
  readonly siteUrl: string;
  readonly emailFrom: string;
  readonly configurationSet: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly filesBucket: string;
  readonly filesUrl: string;
  readonly scansFiles: boolean;
  readonly undoSeconds: number;
  /** Who has it can sign for the store of files. */
  readonly accessSecret: string;
  readonly dynamodb: string;
  readonly states: string;
  readonly email: string;
  readonly secrets: string;
  readonly objects: string;
}

export const functionEnvironment = (
  facts: Facts,
  inherited: NodeJS.ProcessEnv,
): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !foreign.test(name))),
  TABLE_NAME: facts.tableName,
  STATE_MACHINE_ARN: facts.stateMachineArn,
  LINK_SECRET_ID: facts.linkSecretId,
  SITE_URL: facts.siteUrl,
  EMAIL_FROM: facts.emailFrom,
  EMAIL_CONFIGURATION_SET: facts.configurationSet,
  FILES_BUCKET: facts.filesBucket,
  FILES_URL: facts.filesUrl,
  FILE_SCANNING: facts.scansFiles ? 'on' : 'off',
  UNDO_SECONDS: String(facts.undoSeconds),
  ISSUER_URL: facts.issuer,
  CLIENT_ID: facts.clientId,
  AWS_REGION: facts.region,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: facts.accessSecret,
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL_DYNAMODB: facts.dynamodb,
  AWS_ENDPOINT_URL_SFN: facts.states,
  AWS_ENDPOINT_URL_SESV2: facts.email,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: facts.secrets,
  AWS_ENDPOINT_URL_S3: facts.objects,
  POWERTOOLS_SERVICE_NAME: 'zholkarta',
  POWERTOOLS_METRICS_NAMESPACE: 'zholkarta',
  POWERTOOLS_LOGGER_LOG_EVENT: 'false',
});
