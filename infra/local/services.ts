import { join } from 'node:path';
import { emailEvents, routes } from '#infra/manifest/index.ts';
import { clockService } from './clock/service.ts';
import type { Timekeeper } from './clock/timekeeper.ts';
import type { Closers } from './closers.ts';
import { fateOf, sesEvent } from './email/event.ts';
import { type Feedback, openFeedback } from './email/feedback.ts';
import { type MailFolder, openMailFolder } from './email/mail-folder.ts';
import { mailbox } from './email/mailbox.ts';
import { emailService } from './email/service.ts';
import { type Delivery, smtpDelivery } from './email/smtp.ts';
import type { Endpoints } from './endpoints.ts';
import { type Ground, place } from './ground.ts';
import { makeAuthorizer } from './http/authorizer.ts';
import { openFront } from './http/front.ts';
import { serve } from './http/server.ts';
import { invokeAsync } from './lambda/asynchronous.ts';
import type { LambdaRuntime } from './lambda/runtime.ts';
import { ensureSecret } from './secrets/secret.ts';
import { secretsService } from './secrets/service.ts';
import { type Account } from './sign-in/accounts.ts';
import { openSignIn } from './sign-in/index.ts';
import { clientId } from './sign-in/provider.ts';
import type { StatesEngine } from './states/index.ts';
import { statesService } from './workflow/service.ts';

export const linkSecretId = 'zholkarta/links';
export const configurationSet = 'zholkarta';

interface Options {
  readonly ground: Ground;
  readonly runtime: LambdaRuntime;
  readonly addresses: Pick<Endpoints, 'site' | 'issuer'>;
  readonly port: number;
  readonly accounts: readonly Account[];
  readonly smtpUrl: string | undefined;
  /** Requests for these wait until they are there. */
  readonly engine: Promise<StatesEngine>;
  readonly ready: Promise<{ readonly time: Timekeeper; readonly feedback: Feedback }>;
  readonly wake: () => void;
  readonly closers: Closers;
}

export interface Services {
  /** Begins to report what became of emails. */
  startFeedback(): Feedback;
}

/** Opens every service that answers on the host's port. */
export async function openServices(options: Options): Promise<Services> {
  const { ground, runtime, addresses, port, accounts, engine, ready, wake, closers } = options;
  const { clock, report } = ground;
  const delivery = options.smtpUrl === undefined ? undefined : smtpDelivery(options.smtpUrl);
  if (delivery) closers.add(() => delivery.close());
  const mail = openMailFolder(join(ground.dataDir, 'mail'));
  const signIn = await openSignIn({ dataDir: ground.dataDir, site: addresses.site, issuer: addresses.issuer, accounts, onError: report });
  closers.add(() => signIn.close());
  const front = openFront({
    routes,
    authorize: makeAuthorizer({ issuer: addresses.issuer, audience: clientId, keys: signIn.keys }),
    invoke: (name, event) => runtime.invoke(name, event),
    clock,
    log: ground.log.write,
  });
  const server = await serve({
    port,
    local: {
      clock: async (received) => clockService(clock, (await ready).time)(received),
      email: emailService({ mail, clock, delivery, onEmail: (email) => void ready.then(({ feedback }) => feedback.report(email)), onError: report }),
      issuer: signIn.service,
      mailbox: mailbox(mail),
      secrets: secretsService({ id: linkSecretId, value: ensureSecret(ground.file('link-secret')), ...place }),
      states: statesService(engine),
    },
    open: new Set(['issuer']),
    site: async (received) => (await ready, front(received)),
    onError: report,
    onAnswer: wake,
  });
  closers.add(() => server.close());
  return { startFeedback: () => startFeedback(ground, runtime, mail, delivery) };
}

function startFeedback({ clock, report, file, giveUp }: Ground, runtime: LambdaRuntime, mail: MailFolder, delivery: Delivery | undefined): Feedback {
  return openFeedback({
    file: file('mail-reported.json'),
    mail,
    onError: report,
    async publish(email) {
      // As on AWS: only a configuration set publishes events.
      if (email.configurationSet !== configurationSet) return;
      const event = sesEvent(email, fateOf(email, delivery === undefined), clock.now(), place);
      await invokeAsync(emailEvents.function, event, { runtime, giveUp: (name, letter, condition) => giveUp({ function: name, condition, event: letter }) });
    },
  });
}
