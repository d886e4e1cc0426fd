import type { EventPage, PipelineView, ProjectPage, ProjectView } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import type { Endpoints } from '../host/endpoints.ts';
import { request, type Got } from '../kit/request.ts';
import { signIn } from '../aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '../aws/cognito/provider.ts';

export interface MailboxEmail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly language: string;
  readonly notice: string;
  readonly links: readonly string[];
  readonly text: string;
}

export interface HostClient {
  /** As staff: a token is got by really signing in, once an account. Rejects with the problem document for 4xx and 5xx. */
  readonly asStaff: <Answer>(account: string, path: string, body?: unknown) => Promise<Answer>;
  readonly anonymously: <Answer>(
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly emails: (after?: string) => Promise<readonly MailboxEmail[]>;
  /** Resolves when everything that is to happen now has happened; gives the host's time. */
  readonly settle: () => Promise<number>;
}

export type Project = ProjectView;
export type Projects = z.infer<typeof ProjectPage>;
export type Events = z.infer<typeof EventPage>;
export type Pipeline = PipelineView;

function answerOf<Answer>({ status, text }: Got, url: string): Answer {
  if (status >= 300)
    throw new Error(`${String(status)} ${new URL(url).pathname.split('/').slice(0, 3).join('/')}: ${text}`);
  return JSON.parse(text) as Answer;
}

/**
 * Resolves with the host's time when all that lies between has happened, which may take longer than `fetch` waits for an answer.
 * @param advance ISO 8601 duration
 */
export async function moveClock({ clock }: Pick<Endpoints, 'clock'>, advance: string): Promise<number> {
  const { status, text } = await request(clock, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance }),
  });
  if (status !== 200) throw new Error(`The clock did not move: ${text}`);
  return Date.parse((JSON.parse(text) as { now: string }).now);
}

export function hostClient(endpoints: Endpoints): HostClient {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (account: string): Promise<string> => {
    const known =
      tokens.get(account) ??
      signIn({ issuer: endpoints.issuer, clientId, redirectUri: endpoints.site + redirectPaths.token, account });
    tokens.set(account, known);
    return known;
  };
  const call = async <Answer>(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const url = endpoints.api + path;
    const got = await request(url, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    });
    return answerOf(got, url);
  };
  return {
    asStaff: async (account, path, body) => call(path, body, { authorization: `Bearer ${await tokenOf(account)}` }),
    anonymously: (path, body, headers = {}) => call(path, body, headers),
    emails: async (after) => {
      const url = `${endpoints.mailbox}${after === undefined ? '' : `?after=${after}`}`;
      const got = await request(url, { headers: { accept: 'application/json' } });
      return answerOf<{ emails: MailboxEmail[] }>(got, url).emails;
    },
    settle: () => moveClock(endpoints, 'PT0S'),
  };
}
