/** Variables that would lead the SDK away from this host. */
const foreign = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];
let isApplied = false;

/**
 * Sets the environment the functions see, before they are loaded, and returns how to take it back. Functions of one process
 * share it, so a second host in the same process is refused while the first is open.
 */
export function applyEnvironment(values: Readonly<Record<string, string>>): () => void {
  if (isApplied) throw new Error('One process holds one host at a time: the functions share its environment.');
  isApplied = true;
  const before = [...foreign, ...Object.keys(values)].map((name) => [name, process.env[name]] as const);
  for (const name of foreign) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, values);
  return () => {
    isApplied = false;
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}

interface Facts {
  readonly region: string;
  readonly tableName: string;
  readonly stateMachineArn: string;
  readonly linkSecretId: string;
  readonly siteUrl: string;
  readonly emailFrom: string;
  readonly configurationSet: string;
  /** Addresses of the local services. */
  readonly dynamodb: string;
  readonly states: string;
  readonly email: string;
  readonly secrets: string;
}

/** What a function finds in its environment on AWS, with the SDK pointed at the local services. */
export const functionEnvironment = (facts: Facts): Record<string, string> => ({
  TABLE_NAME: facts.tableName,
  STATE_MACHINE_ARN: facts.stateMachineArn,
  LINK_SECRET_ID: facts.linkSecretId,
  SITE_URL: facts.siteUrl,
  EMAIL_FROM: facts.emailFrom,
  EMAIL_CONFIGURATION_SET: facts.configurationSet,
  AWS_REGION: facts.region,
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ENDPOINT_URL_DYNAMODB: facts.dynamodb,
  AWS_ENDPOINT_URL_SFN: facts.states,
  AWS_ENDPOINT_URL_SESV2: facts.email,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: facts.secrets,
  POWERTOOLS_SERVICE_NAME: 'zholkarta',
  POWERTOOLS_METRICS_NAMESPACE: 'zholkarta',
  POWERTOOLS_LOGGER_LOG_EVENT: 'false',
});
