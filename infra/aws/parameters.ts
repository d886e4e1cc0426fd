import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';

const text = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message));
const english = z.locales.en().localeError;
const hostname = text(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a domain name such as letters.example.org');
const address = text(/^[^\s@<>]+@([a-z0-9-]+\.)+[a-z]{2,}$/i, 'an email address such as office@example.org');
const arn = text(/^arn:aws[a-z-]*:/, 'an ARN');
const callback = text(/^(https:\/\/|http:\/\/localhost(:\d+)?\/)/, 'an https URL (http only for localhost)');
const retentions = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days < 9999);

const schema = z.strictObject({
  /** Part of every name, so that two deployments can stand in one account. */
  stage: z._default(text(/^[a-z][a-z0-9]{1,11}$/, '2 to 12 small letters and digits'), 'prod'),
  region: z._default(text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as eu-central-1'), 'eu-central-1'),
  /** Kazakhstan's law 94-V wants such data kept in the country, a copy abroad is allowed; AWS has no region there. */
  dataResidency: z._default(
    text(/^[\p{L}\p{N}\s_.:/=+@-]{1,256}$/u, 'letters, digits, spaces and _.:/=+@- only (it becomes a tag)'),
    'Trial with invented data only. No personal data.',
  ),
  /** The site's own name; without it the API's generated address is used. The certificate is in ACM, in the same region. */
  domain: z.optional(z.strictObject({ name: hostname, certificateArn: arn })),
  sender: z._default(address, 'notices@example.org'),
  /** What SES verifies: the sender's domain unless told; for a first trial without a domain the sender's address itself. */
  senderIdentity: z.optional(z.union([hostname, address])),
  /** Verified addresses or domains: in its sandbox SES asks for a right on the recipient's identity too; later none. */
  sandboxRecipients: z._default(z.array(z.union([hostname, address])), []),
  /** Where Cognito may send a person back to after signing in and out, beside the site itself: the default lets an operator fetch a token by hand. */
  callbackUrls: z._default(z.array(callback), ['http://localhost:4000/sign-in/callback']),
  logoutUrls: z._default(z.array(callback), ['http://localhost:4000/']),
  /** GuardDuty charges by file and by GB; without it pages say that files are not scanned. */
  scanUploads: z._default(z.boolean(), true),
  /** For how long staff can take back what they have just done: its emails wait so long, and up to a minute more. 0: never. */
  undoSeconds: z._default(z.int().check(z.minimum(0), z.maximum(600)), 30),
  /** Days logs are kept; CloudWatch takes only certain numbers. */
  logRetentionDays: z._default(
    z.number().check(z.refine((days) => retentions.includes(days), `one of ${retentions.join(', ')}`)),
    30,
  ),
  /** Who is told of alarms; must confirm the subscription once. */
  alarmEmail: z.optional(address),
  /** Requests a second the front door lets through, and how many at once; above it callers get 429. */
  throttle: z._default(z.strictObject({ rate: z.int().check(z.positive()), burst: z.int().check(z.positive()) }), {
    rate: 100,
    burst: 200,
  }),
  /** The same for each page and form that is open to strangers, so that a flood there leaves staff and parties their share. */
  strangersThrottle: z._default(
    z.strictObject({ rate: z.int().check(z.positive()), burst: z.int().check(z.positive()) }),
    { rate: 20, burst: 40 },
  ),
  /** Executions kept for each of the two that move letters on; a new account has ten in all and refuses any. */
  workflowConcurrency: z.optional(z.int().check(z.positive())),
  /** Whether a new version of what the workflow calls gets a tenth of the calls for five minutes first, and goes back by itself when it fails. */
  gradualDeployment: z._default(z.boolean(), false),
  /** A subdomain of the sender's domain for returned mail, so that DMARC rests on SPF too; wants an MX and a TXT record (docs/deploy.md). */
  mailFrom: z.optional(hostname),
  /** A table restored from a backup that takes the place of our own (docs/deploy.md). */
  restoredTable: z.optional(z.strictObject({ name: z.string(), streamArn: arn })),
});

export type Parameters = z.infer<typeof schema> & { readonly senderIdentity: string };

/** From the CDK context `zholkarta`: an object, or its JSON text. Throws one error that names every wrong parameter. */
export function readParameters(context: unknown): Parameters {
  const parsed = schema.safeParse(typeof context === 'string' ? fromJson(context) : (context ?? {}), {
    error: english,
  });
  if (!parsed.success)
    throw new Error(`Wrong parameters in the context "zholkarta":\n${z.prettifyError(parsed.error)}`);
  const { sender } = parsed.data;
  const domain = sender.slice(sender.indexOf('@') + 1);
  const senderIdentity = parsed.data.senderIdentity ?? domain;
  if (senderIdentity !== sender && senderIdentity !== domain && !domain.endsWith(`.${senderIdentity}`)) {
    throw new Error(
      `Wrong parameters in the context "zholkarta":\n✖ senderIdentity ${senderIdentity} does not cover the sender ${sender}`,
    );
  }
  return { ...parsed.data, senderIdentity };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error('The context "zholkarta" is not JSON', { cause });
  }
}
