import { json, page } from '../http/answer.ts';
import type { Service } from '../http/server.ts';
import type { Hold } from './hold.ts';
import type { MailFolder } from './mail-folder.ts';
import { emailPage, listPage } from './pages.ts';
import { recipientsOf } from './send-email.ts';

const shown = 200;

/** Newest first; as JSON (`accept: application/json`) newest last. `?to=` one recipient's, `?after=` after an id. */
export function mailbox(mail: MailFolder, held: () => Hold | undefined = () => undefined): Service {
  return ({ method, url, headers }) => {
    if (method !== 'GET') return json(405, { message: 'The mailbox is for reading.' }, { allow: 'GET' });
    const { pathname, searchParams } = new URL(url, 'http://mailbox');
    const wantsJson = (headers.accept ?? '').includes('application/json');
    const id = pathname.slice(1);
    if (id !== '') {
      const email = mail.read(id);
      if (!email)
        return wantsJson
          ? json(404, { message: 'There is no such email.' })
          : page(404, listPage([], 'There is no such email.'));
      return wantsJson ? json(200, email) : page(200, emailPage(email));
    }
    const to = searchParams.get('to')?.toLowerCase();
    const after = searchParams.get('after') ?? undefined;
    if (after !== undefined && !/^\d+$/.test(after)) return json(400, { message: '`after` is the id of an email.' });
    const all = mail.list({ after, ...(wantsJson || to !== undefined ? {} : { last: shown }) });
    const emails =
      to === undefined
        ? all
        : all.filter((email) => recipientsOf(email).some((address) => address.toLowerCase() === to));
    const hold = held();
    return wantsJson
      ? json(200, { emails, ...(hold && { held: hold }) })
      : page(200, listPage(emails.slice(-shown).reverse(), undefined, hold));
  };
}
