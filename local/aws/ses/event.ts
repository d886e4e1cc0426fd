import { randomUUID } from 'node:crypto';
import type { Email } from './message.ts';
import { recipientsOf } from './send-email.ts';

export type Fate = 'Delivery' | 'Bounce' | 'Complaint';
type Place = { readonly region: string; readonly account: string };

const detailTypes: Readonly<Record<Fate, string>> = {
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

/** Without a mail server, as SES's mailbox simulator: `bounce…@`, `ooto…@` (the owner is away), `complaint…@`. */
export function fateOf(email: Email, simulated: boolean): Fate {
  if (email.refused !== undefined) return 'Bounce';
  const plays = (part: string) =>
    simulated && recipientsOf(email).some((address) => address.toLowerCase().startsWith(part));
  if (plays('bounce') || plays('ooto')) return 'Bounce';
  return plays('complaint') ? 'Complaint' : 'Delivery';
}

/** The event SES publishes to EventBridge. Source: SES developer guide, "Amazon SES events schema reference". */
export function sesEvent(email: Email, fate: Fate, now: number, { region, account }: Place) {
  const time = new Date(now).toISOString();
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailTypes[fate],
    source: 'aws.ses',
    account,
    time: `${time.slice(0, 19)}Z`,
    region,
    resources:
      email.configurationSet === undefined
        ? []
        : [`arn:aws:ses:${region}:${account}:configuration-set/${email.configurationSet}`],
    detail: { eventType: fate, mail: mailOf(email, account), ...fateDetail(email, fate, time) },
  };
}

function mailOf(email: Email, account: string) {
  const tags = Object.entries({ 'ses:configuration-set': email.configurationSet ?? '', ...email.tags });
  return {
    timestamp: email.at,
    source: email.from,
    sendingAccountId: account,
    messageId: email.messageId,
    destination: recipientsOf(email),
    headersTruncated: false,
    headers: email.headers,
    commonHeaders: { from: [email.from], to: [email.to], messageId: email.messageId, subject: email.subject },
    tags: Object.fromEntries(tags.filter(([, value]) => value !== '').map(([name, value]) => [name, [value]])),
  };
}

function fateDetail(email: Email, fate: Fate, timestamp: string) {
  const recipients = recipientsOf(email);
  if (fate === 'Delivery')
    return {
      delivery: { timestamp, processingTimeMillis: 1, recipients, smtpResponse: '250 OK', reportingMTA: 'local' },
    };
  const feedbackId = `0107${randomUUID()}-000000`;
  if (fate === 'Complaint') {
    return {
      complaint: {
        feedbackId,
        complaintSubType: null,
        complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
        timestamp,
        complaintFeedbackType: 'abuse',
      },
    };
  }
  const isAway = email.refused === undefined && recipients.some((address) => address.toLowerCase().startsWith('ooto'));
  if (isAway) {
    const bouncedRecipients = recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.3.0',
      diagnosticCode: 'smtp; 200 out of office',
    }));
    return { bounce: { feedbackId, bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients, timestamp } };
  }
  const bouncedRecipients = recipients
    .filter((address) => email.refused !== undefined || address.toLowerCase().startsWith('bounce'))
    .map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: `smtp; ${email.refused ?? '550 5.1.1 user unknown'}`,
    }));
  return {
    bounce: {
      feedbackId,
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients,
      timestamp,
      reportingMTA: 'dns; local',
    },
  };
}
