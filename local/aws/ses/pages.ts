import { escapeHtml } from '../http/html.ts';
import type { Hold } from './hold.ts';
import type { Email } from './message.ts';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; }
  h1 { font-size: 1.5rem } table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #b1b4b6; vertical-align: top; overflow-wrap: anywhere }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f2f1; padding: 1rem } iframe { width: 100%; height: 32rem; border: 1px solid #b1b4b6 }`;

const document = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style><body><main>${content}</main></body></html>`;

const time = (email: Email): string =>
  `<time datetime="${email.at}">${email.at.slice(0, 16).replace('T', ' ')} UTC</time>`;

export function listPage(emails: readonly Email[], message = 'No email has been sent yet.', hold?: Hold): string {
  const row = (email: Email) =>
    `<tr><td>${time(email)}<td>${escapeHtml(email.to || '(erased)')}<td lang="${escapeHtml(email.language ?? '')}"><a href="/_local/mailbox/${email.id}">${escapeHtml(email.subject || '(no subject)')}</a><td>${escapeHtml(email.notice ?? '')}<td>${escapeHtml(email.language ?? '')}`;
  const table = `<table><thead><tr><th scope="col">Sent<th scope="col">To<th scope="col">Subject<th scope="col">Notice<th scope="col">Language<tbody>${emails.map(row).join('')}</table>`;
  return document(
    'Mailbox',
    `<h1>Mailbox of this host</h1>${hold ? held(hold) : ''}${emails.length > 0 ? table : `<p>${message}</p>`}`,
  );
}

const held = ({ because, since }: Hold): string =>
  `<p role="status"><strong>No email leaves this host</strong> since ${escapeHtml(since)}: ${escapeHtml(because)}. What is to be sent waits. <code>npm run send -- --release</code> lets it go.</p>`;

/** One email. Its HTML is shown in a frame that runs nothing and opens links in a tab of their own. */
export function emailPage(email: Email): string {
  const facts: [string, string | undefined][] = [
    ['From', email.from],
    ['To', email.to],
    ['Cc', email.cc],
    ['Reply to', email.replyTo],
    ['Notice', email.notice],
    ['Refused', email.refused],
    ['Erased', email.erasedAt && `${email.erasedAt.slice(0, 10)}: what it said is kept no longer`],
  ];
  const rows = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`<tr><th scope="row">${name}<td>${escapeHtml(value)}`],
  );
  const language = escapeHtml(email.language ?? '');
  const frame =
    email.html === undefined
      ? ''
      : `<h2>HTML</h2><iframe title="The email as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(`<base target="_blank">${email.html}`)}"></iframe>`;
  return document(
    email.subject,
    `<p><a href="/_local/mailbox">Mailbox</a></p><h1 lang="${language}">${escapeHtml(email.subject)}</h1><table><tr><th scope="row">Sent<td>${time(email)}${rows.join('')}</table><h2>Text</h2><pre lang="${language}">${linked(email.text)}</pre>${frame}`,
  );
}

const linked = (text: string): string =>
  escapeHtml(text).replace(
    /https?:\/\/(?:(?!&(?:lt|gt|quot|#39);)[^\s)\]])+/g,
    (link) => `<a href="${link}">${link}</a>`,
  );
