import { join } from 'node:path';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { mostBytes } from '#core/api/request-bodies.ts';
import { network } from '#core/kernel/window.ts';
import { emailEvents, fallback, gatewayRoutes } from '#infra/manifest/index.ts';
import type { AccessMode } from './access-mode.ts';
import { clockService } from '../clock/service.ts';
import type { DueWork, Timekeeper } from '../clock/timekeeper.ts';
import { fateOf, sesEvent } from '../aws/ses/event.ts';
import { type Feedback, openFeedback } from '../aws/ses/feedback.ts';
import { holdOf } from '../aws/ses/hold.ts';
import { type MailFolder, openMailFolder } from '../aws/ses/mail-folder.ts';
import { mailbox } from '../aws/ses/mailbox.ts';
import { retention } from '../aws/ses/retention.ts';
import { emailService, makeOutage, type Outage } from '../aws/ses/service.ts';
import { type Delivery, smtpDelivery } from '../aws/ses/smtp.ts';
import type { Endpoints } from './endpoints.ts';
import { refusal } from './refusal.ts';
import { type DataFolder, place } from './data-folder.ts';
import { makeAuthorizer } from '../aws/api-gateway/authorizer.ts';
import { openFront } from '../aws/api-gateway/front.ts';
import type { LocalService } from '../aws/http/guard.ts';
import { localServices } from '../aws/http/local-services.ts';
import { publicShare, type Received, type Service, serve } from '../aws/http/server.ts';
import { proxiedAddress } from '../aws/http/source-ip.ts';
import { invokeAsync } from '../aws/lambda/asynchronous.ts';
import type { LambdaRuntime } from '../aws/lambda/runtime.ts';
import { storePath } from '../aws/s3/address.ts';
import type { Objects } from '../aws/s3/index.ts';
import { ensureSecret } from '../aws/secrets-manager/secret.ts';
import { secretsService } from '../aws/secrets-manager/service.ts';
import { openSignIn } from '../aws/cognito/index.ts';
import { outsideKeys } from '../aws/cognito/outside-keys.ts';
import { clientId } from '../aws/cognito/provider.ts';
import type { Signer } from '../aws/signing/signature.ts';
import type { StatesEngine } from '../aws/step-functions/index.ts';
import { statesService } from '../aws/step-functions/service.ts';

export const linkSecretId = 'zholkarta/links';
export const configurationSet = 'zholkarta';

interface Options {
  readonly dataFolder: DataFolder;
  readonly runtime: LambdaRuntime;
  readonly answers: LambdaRuntime['invoke'];
  readonly endpoints: Pick<Endpoints, 'site' | 'issuer' | 'accounts'>;
  readonly objects: Objects;
  readonly ports: { readonly site: number; readonly local: number };
  readonly accessMode: AccessMode;
  readonly signer: Signer;
  readonly smtpUrl: string | undefined;
  readonly emailDays: number;
  /** Requests for these wait until they are there. */
  readonly engine: Promise<StatesEngine>;
  readonly ready: Promise<{ readonly time: Timekeeper; readonly feedback: Feedback }>;
  readonly wake: () => void;
  readonly cleanup: AsyncDisposableStack;
}

export interface Services {
  startFeedback(): Feedback;
  readonly mailWork: readonly DueWork[];
}

export async function openServices(options: Options): Promise<Services> {
  const { dataFolder, runtime, objects, ports, endpoints, accessMode, signer, ready, wake, cleanup } = options;
  const { clock, report } = dataFolder;
  const delivery = options.smtpUrl === undefined ? undefined : smtpDelivery(options.smtpUrl);
  if (delivery) cleanup.defer(() => delivery.close());
  const mail = openMailFolder(join(dataFolder.dataDir, 'mail'));
  const { keys, own } = await openIssuer(options);
  const front = openFront({
    routes: gatewayRoutes,
    fallback: fallback.function,
    authorize: makeAuthorizer({ issuer: endpoints.issuer, audience: accessMode.issuer?.clientId ?? clientId, keys }),
    invoke: options.answers,
    clock,
    log: dataFolder.log.write,
    mostBytes,
    variables: () => ({ intake: dataFolder.disk.intake() }),
  });
  const outage = makeOutage();
  const email = emailService({
    mail,
    clock,
    delivery,
    outage,
    isHeld: () => holdOf(dataFolder.dataDir) !== undefined,
    sameBy: ({ lane: partition, row }) =>
      partition === undefined || row === undefined ? undefined : `${partition}|${row}`,
    onEmail: (kept) => void ready.then(({ feedback }) => feedback.report(kept)),
    onError: report,
  });
  const services = {
    email: { access: 'signed', as: 'ses', service: email },
    secrets: {
      access: 'signed',
      as: 'secretsmanager',
      service: secretsService({ id: linkSecretId, value: ensureSecret(dataFolder.file('link-secret')), ...place }),
    },
    states: { access: 'signed', as: 'states', service: statesService(options.engine) },
    objects: { access: 'signed', service: objects.service },
    ...handles(
      options,
      mailbox(mail, () => holdOf(dataFolder.dataDir)),
      outage,
    ),
    ...own,
  } satisfies Record<string, LocalService>;
  const local = await serve({
    port: ports.local,
    dispatch: localServices({ services, signer }),
    refuse: refusal,
    onError: report,
    onAnswer: wake,
  });
  cleanup.defer(() => local.close());
  const site = async (received: Received) => (await ready, front.answer(received));
  const server = await serve({
    port: ports.site,
    dispatch: (request) => {
      const { url = '/' } = request;
      return url.startsWith(`${storePath}/`)
        ? { service: objects.browsers, url }
        : { service: site, url, most: front.mostBytes(request), tooLong: site };
    },
    ...(accessMode.isPublished && { sourceIp: proxiedAddress, share: publicShare }),
    networkOf: network,
    refuse: refusal,
    onError: report,
    onAnswer: wake,
  });
  cleanup.defer(() => server.close());
  return {
    startFeedback: () => startFeedback(dataFolder, runtime, mail, delivery),
    mailWork: delivery ? [forgetting(options, mail)] : [],
  };
}

const forgetting = ({ dataFolder: { file, clock, report }, emailDays }: Options, mail: MailFolder): DueWork =>
  retention({ mail, file: file('mail-forgotten.json'), days: emailDays, now: () => clock.now(), onError: report });

/** What is there to be tried by hand. On a host for real people nobody moves the clock or switches email off, and their emails are for who has the key. */
function handles(
  { accessMode, dataFolder, ready }: Options,
  mail: Service,
  outage: Outage,
): Record<string, LocalService> {
  const clock = (time: Timekeeper | undefined) => clockService(dataFolder.clock, time);
  if (accessMode.isPublished)
    return {
      clock: { access: 'handle', service: clock(undefined) },
      mailbox: { access: 'signed', as: 'mailbox', service: mail },
    };
  return {
    clock: { access: 'handle', service: async (received) => clock((await ready).time)(received) },
    mailbox: { access: 'handle', service: mail },
    'email/outage': { access: 'handle', service: outage.service },
  };
}

async function openIssuer({
  dataFolder,
  endpoints,
  accessMode,
  cleanup,
}: Options): Promise<{ keys: JWTVerifyGetKey; own?: { issuer: LocalService } }> {
  if (accessMode.issuer) return { keys: outsideKeys(accessMode.issuer.url) };
  const { site, issuer, accounts } = endpoints;
  const sites = [...new Set([site, accessMode.siteUrl ?? site])];
  const signIn = await openSignIn({ dataDir: dataFolder.dataDir, sites, issuer, accounts, onError: dataFolder.report });
  cleanup.defer(() => signIn.close());
  return { keys: createLocalJWKSet(signIn.keys), own: { issuer: { access: 'sign-in', service: signIn.service } } };
}

function startFeedback(
  { clock, report, file, giveUp }: DataFolder,
  runtime: LambdaRuntime,
  mail: MailFolder,
  delivery: Delivery | undefined,
): Feedback {
  return openFeedback({
    file: file('mail-reported.json'),
    unreportedFile: file('mail-unreported.json'),
    mail,
    onError: report,
    async publish(email, isAgain) {
      // As on AWS: only a configuration set publishes events.
      if (email.configurationSet !== configurationSet) return true;
      const event = sesEvent(email, fateOf(email, delivery === undefined), clock.now(), place);
      return invokeAsync(emailEvents.function, event, {
        runtime,
        // One dead letter an event, however many starts it is given up at.
        giveUp: (name, letter, condition) =>
          isAgain
            ? report(new Error(`${name} gave up again: ${condition}`))
            : giveUp({ function: name, condition, event: letter }),
      });
    },
  });
}
