import type { Email } from './message.ts';

/** What is left of an email when its words go: that it was sent, when, to whom, which row it was. @param at ISO 8601 */
export function withoutBody({ html: _html, ...email }: Email, at: string): Email {
  return { ...email, text: '', links: [], headers: [], erasedAt: email.erasedAt ?? at };
}

/** What is left when the person goes too: nothing that names anybody. A subject names a project, and may name a company. */
export function withoutPerson(email: Email, at: string): Email {
  const { cc: _cc, bcc: _bcc, replyTo: _replyTo, refused, ...rest } = withoutBody(email, at);
  return { ...rest, to: '', subject: '', ...(refused !== undefined && { refused: 'erased' }) };
}
