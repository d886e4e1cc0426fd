import { sessionStore } from '#functions/adapters/table/session-store.ts';
import { beginSession } from '#functions/http/session.ts';
import { findAccount } from '#local/aws/cognito/accounts.ts';
import { demoAccounts } from '#local/host/demo-accounts.ts';
import type { TestHost } from './host.ts';
import { request, type Asked } from '#local/kit/request.ts';

export interface PageReply {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

/** A browser without a browser: one member of staff, or nobody, who asks for pages and posts their forms. */
export interface PageVisitor {
  readonly get: (path: string) => Promise<PageReply>;
  /**
   * With the session's own proof, unless it is told to leave it out. What a form of staff is told stands on the page that its answer
   * leads to: that page is asked for, as a browser does.
   */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>, proven?: boolean) => Promise<PageReply>;
}

/** A session of an account, as a browser sends it back. */
export async function cookieOf(host: TestHost, account: string): Promise<string> {
  const found = findAccount(demoAccounts, account);
  if (!found) throw new Error(`No account ${account}`);
  const sessions = sessionStore(host.table, host.endpoints.tableName);
  const cookie = await beginSession(sessions, { personId: found.sub, groups: [...found.roles], email: found.email });
  return cookie.split(';')[0] ?? '';
}

/** The proof of a session that a page of staff puts into its forms. */
export const formTokenIn = (page: string): string | undefined => /name="form-token" value="([^"]+)"/.exec(page)?.[1];

/** Somebody with these cookies, or with none. */
export async function visitorWith(
  { endpoints: { site } }: Pick<TestHost, 'endpoints'>,
  cookie?: string,
): Promise<PageVisitor> {
  const headers = cookie === undefined ? {} : { cookie };
  const ask = async (path: string, init: Pick<Asked, 'method' | 'body'> = {}): Promise<PageReply> => {
    const { status, headers: answered, text } = await request(site + path, { ...init, headers });
    return { status, location: answered.get('location'), text };
  };
  const first = await ask('/office');
  // Somebody without a role is led on.
  const token = formTokenIn(first.location === '/office/access' ? (await ask('/office/access')).text : first.text);
  return {
    get: async (path) => ask(path),
    post: async (path, fields = {}, proven = true) => {
      const reply = await ask(path, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, ...(proven && token && { 'form-token': token }) }),
      });
      return reply.location !== null && /^\/(office|admin)\/.*[?&]check$/.test(reply.location)
        ? ask(reply.location)
        : reply;
    },
  };
}

/** @param account undefined: nobody is signed in */
export const visitorOf = async (host: TestHost, account?: string): Promise<PageVisitor> =>
  visitorWith(host, account === undefined ? undefined : await cookieOf(host, account));
