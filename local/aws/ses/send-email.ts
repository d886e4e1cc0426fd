import { addressOf, type Draft, linksOf } from './message.ts';
import { readMime } from './mime.ts';

export class EmailRefused extends Error {}

interface Request {
  readonly FromEmailAddress?: string;
  readonly Destination?: {
    readonly ToAddresses?: readonly string[];
    readonly CcAddresses?: readonly string[];
    readonly BccAddresses?: readonly string[];
  };
  readonly ReplyToAddresses?: readonly string[];
  readonly Content?: { readonly Simple?: Simple; readonly Raw?: { readonly Data?: string } };
  readonly EmailTags?: readonly { readonly Name: string; readonly Value: string }[];
  readonly ConfigurationSetName?: string;
}

interface Simple {
  readonly Subject?: { readonly Data?: string };
  readonly Body?: { readonly Text?: { readonly Data?: string }; readonly Html?: { readonly Data?: string } };
  readonly Headers?: readonly { readonly Name: string; readonly Value: string }[];
}

/** The largest number of recipients of one email. Source: SES quotas. */
const mostRecipients = 50;

/** Reads the request of SES v2 SendEmail, simple or raw; throws `EmailRefused` for what SES would refuse. */
export function readSendEmail(request: Request): Draft {
  const { Destination = {}, EmailTags = [], ConfigurationSetName } = request;
  const content = request.Content?.Simple ? simple(request.Content.Simple) : raw(request.Content?.Raw?.Data);
  const header = (wanted: string) => content.headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const from = request.FromEmailAddress ?? header('from');
  const joined = (addresses: readonly string[] = []) => addresses.join(', ');
  const to = joined(Destination.ToAddresses) || (header('to') ?? '');
  const cc = joined(Destination.CcAddresses) || (header('cc') ?? '');
  const bcc = joined(Destination.BccAddresses);
  if (!from) throw new EmailRefused('From address is not specified.');
  checkAddresses([from, ...recipientsOf({ to, cc, bcc })]);
  const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value]));
  checkTags(tags);
  const replyTo = joined(request.ReplyToAddresses) || header('reply-to');
  return {
    from,
    to,
    ...(cc ? { cc } : {}),
    ...(bcc ? { bcc } : {}),
    ...(replyTo ? { replyTo } : {}),
    subject: content.subject ?? header('subject') ?? '',
    text: content.text,
    ...(content.html === undefined ? {} : { html: content.html }),
    ...(tags['language'] === undefined ? {} : { language: tags['language'] }),
    ...(tags['notice'] === undefined ? {} : { notice: tags['notice'] }),
    tags,
    links: linksOf(content.text),
    headers: content.headers,
    ...(ConfigurationSetName === undefined ? {} : { configurationSet: ConfigurationSetName }),
  };
}

export const recipientsOf = ({ to, cc = '', bcc = '' }: Pick<Draft, 'to' | 'cc' | 'bcc'>): string[] =>
  [to, cc, bcc]
    .flatMap((list) => list.split(/,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/))
    .map(addressOf)
    .filter(Boolean);

interface Content {
  readonly subject?: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly headers: Draft['headers'];
}

function simple({ Subject, Body, Headers = [] }: Simple): Content {
  const text = Body?.Text?.Data ?? '';
  const html = Body?.Html?.Data;
  if (Subject?.Data === undefined || (!text && !html))
    throw new EmailRefused('A simple email needs a subject and a body.');
  const headers = Headers.map(({ Name, Value }) => ({ name: Name, value: Value }));
  if (/[\r\n]/.test(Subject.Data + headers.map(({ name, value }) => name + value).join('')))
    throw new EmailRefused('A header holds a line break.');
  return { subject: Subject.Data, text, html, headers };
}

function raw(data: string | undefined): Content {
  if (!data) throw new EmailRefused('The email has no content; templates are not supported by this host.');
  return readMime(Buffer.from(data, 'base64'));
}

function checkAddresses(addresses: readonly string[]): void {
  if (addresses.length < 2) throw new EmailRefused('Destination is not specified.');
  if (addresses.length > mostRecipients + 1) throw new EmailRefused(`Recipient count exceeds ${mostRecipients}.`);
  for (const address of addresses) {
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(addressOf(address)) || /[\r\n]/.test(address))
      throw new EmailRefused(`Illegal address: ${JSON.stringify(address)}`);
  }
}

/** SES takes letters, digits, `_`, `-`, `.` and `@`, up to 256 of them. Source: SES v2 API reference, MessageTag. */
function checkTags(tags: Readonly<Record<string, string>>): void {
  for (const part of Object.entries(tags).flat()) {
    if (!/^[\w.@-]{1,256}$/.test(part)) throw new EmailRefused(`Invalid tag name or value: ${JSON.stringify(part)}`);
  }
}
