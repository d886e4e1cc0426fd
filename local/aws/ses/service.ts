import type { Clock } from '../../clock/clock.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Service } from '../http/server.ts';
import type { MailFolder } from './mail-folder.ts';
import type { Email } from './message.ts';
import { EmailRefused, readSendEmail } from './send-email.ts';
import type { Delivery } from './smtp.ts';

interface Options {
  readonly mail: MailFolder;
  readonly clock: Clock;
  readonly delivery: Delivery | undefined;
  readonly isHeld?: () => boolean;
  readonly outage?: Pick<Outage, 'isDown'>;
  /** By which of its tags an email is one and the same when it is sent again; without it each is another. */
  readonly sameBy?: (tags: Email['tags']) => string | undefined;
  readonly onEmail: (email: Email) => void;
  readonly onError: (error: unknown) => void;
}

const fault = (status: number, type: string, message: string): Answer =>
  json(status, { message }, { 'x-amzn-errortype': type });

export interface Outage {
  readonly isDown: () => boolean;
  /** `POST` with `{ "down": true }` begins it; it ends by `{ "down": false }` or a restart. */
  readonly service: Service;
}

export function makeOutage(): Outage {
  let down = false;
  return {
    isDown: () => down,
    service: ({ method, body }) => {
      if (method !== 'POST')
        return json(405, { message: 'POST {"down": true} or {"down": false}.' }, { allow: 'POST' });
      const wish = parse(body);
      if (typeof wish !== 'object' || wish === null || !('down' in wish) || typeof wish.down !== 'boolean')
        return fault(400, 'BadRequestException', 'Send {"down": true} or {"down": false}.');
      down = wish.down;
      return json(200, { down });
    },
  };
}

/** An email is on disk, and with the mail server where there is one, before it is answered. */
export function emailService(options: Options): Service {
  const answered = sentBefore(options);
  return async ({ method, url, body }) => {
    if (method !== 'POST' || url !== '/v2/email/outbound-emails')
      return fault(404, 'NotFoundException', 'This host knows SendEmail of SES v2 only.');
    // As SES answers for an account whose sending is paused: the row is put off, and the SDK does not try again at once.
    if (options.isHeld?.())
      return fault(400, 'SendingPausedException', 'Sending is held; `npm run send -- --release` lets emails go.');
    if (options.outage?.isDown()) return fault(503, 'ServiceUnavailable', 'The email service is switched off.');
    return sendEmail(body, options, answered);
  };
}

/** How many of the newest emails a restart knows again, and how many at the most are known. */
const newest = 500;
const most = 20_000;

interface SentBefore {
  readonly find: (tags: Email['tags']) => string | undefined;
  readonly note: (email: Pick<Email, 'tags' | 'messageId'>) => void;
}

/** Emails that were taken and answered for, of which the answer may have been lost with its reader: SES takes such a one twice, here it need not be. */
function sentBefore({ mail, sameBy = () => undefined }: Options): SentBefore {
  const known = new Map<string, string>();
  const note: SentBefore['note'] = ({ tags, messageId }) => {
    const name = sameBy(tags);
    if (name === undefined || messageId === '') return;
    known.set(name, messageId);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
  };
  mail.list({ last: newest }).forEach(note);
  return { find: (tags) => known.get(sameBy(tags) ?? ''), note };
}

async function sendEmail(
  body: Buffer,
  { mail, clock, delivery, onEmail, onError }: Options,
  before: SentBefore,
): Promise<Answer> {
  const request = parse(body);
  if (typeof request !== 'object' || request === null)
    return fault(400, 'SerializationException', 'The request is not JSON.');
  try {
    const draft = readSendEmail(request);
    const known = before.find(draft.tags);
    if (known !== undefined) return json(200, { MessageId: known });
    const refused = await delivery?.deliver(draft);
    const email = await mail.keep(refused === undefined ? draft : { ...draft, refused }, clock.now());
    before.note(email);
    onEmail(email);
    return json(200, { MessageId: email.messageId });
  } catch (error) {
    if (error instanceof EmailRefused) return fault(400, 'BadRequestException', error.message);
    onError(error);
    return fault(503, 'ServiceUnavailable', 'The email could not be passed on.');
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
