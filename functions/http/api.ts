import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Operation } from '#core/api/operation.ts';
import type { operations, OperationId } from '#core/api/operations.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { fail, ok, type Issue, type Result } from '#core/kernel/result.ts';
import { json } from './responses.ts';
import { problemOf, retryAfter, type Trouble } from './problems.ts';
import { languageOf } from './language.ts';

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

export interface Call<Id extends OperationId> {
  readonly params: z.output<(typeof operations)[Id]['params']>;
  readonly query: z.output<(typeof operations)[Id]['query']>;
  readonly body: z.output<(typeof operations)[Id]['body']>;
  readonly actor: Actor;
  readonly now: number;
  readonly sourceIp: string;
  readonly header: (name: string) => string | undefined;
}

type DeepReadonly<Value> = Value extends object ? { readonly [Name in keyof Value]: DeepReadonly<Value[Name]> } : Value;

export type Handler<Id extends OperationId> = (
  call: Call<Id>,
) => Promise<Result<DeepReadonly<z.input<(typeof operations)[Id]['answer']>>>>;

export type Operations = Readonly<Record<string, unknown>>;
export type Handlers<Served extends Operations> = { readonly [Id in keyof Served & OperationId]: Handler<Id> };

type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: Trouble };

const mostIssues = 50;

const issuesOf = (where: string, error: z.core.$ZodError): Issue[] =>
  error.issues
    .slice(0, mostIssues)
    .map(({ path, code }) => ({ path: [where, ...path].filter((part) => part !== '').join('.'), code }));

function parse<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, where: string): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, trouble: { kind: 'invalid', issues: issuesOf(where, parsed.error) } };
}

/** Half a surrogate pair is no text that can be kept, searched or sent: it is read as a form's bytes are, with U+FFFD for it. */
const wellFormed = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;

function bodyOf(event: HttpEvent): Parsed<unknown> {
  if (event.requestContext.http.method === 'GET') return { ok: true, value: {} };
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (raw === '') return { ok: true, value: {} };
  if (!/^application\/json\b/i.test(event.headers['content-type'] ?? ''))
    return { ok: false, trouble: { kind: 'unsupported-media-type' } };
  try {
    return { ok: true, value: JSON.parse(raw, wellFormed) as unknown };
  } catch {
    return { ok: false, trouble: { kind: 'malformed' } };
  }
}

async function perform(
  operation: Operation,
  handler: Handler<OperationId>,
  event: HttpEvent,
  actor: Actor,
): Promise<Result<unknown> | { ok: false; failure: Trouble }> {
  const raw = bodyOf(event);
  if (!raw.ok) return { ok: false, failure: raw.trouble };
  const params = parse(operation.params, event.pathParameters ?? {}, 'path');
  if (!params.ok) return fail({ kind: 'not-found' });
  const query = parse(operation.query, event.queryStringParameters ?? {}, 'query');
  const body = parse(operation.body, raw.value, '');
  for (const part of [query, body]) if (!part.ok) return { ok: false, failure: part.trouble };
  if (!query.ok || !body.ok) return fail({ kind: 'not-found' });
  const call = {
    params: params.value,
    query: query.value,
    body: body.value,
    actor,
    now: event.requestContext.timeEpoch,
    sourceIp: event.requestContext.http.sourceIp,
    header: (name: string) => event.headers[name.toLowerCase()],
  };
  const result = await handler(call as unknown as Call<OperationId>);
  return result.ok ? ok(result.value) : result;
}

export interface Api<Served extends Operations = Operations> {
  readonly operations: Served;
  readonly handlers: Handlers<Served>;
  readonly authenticate?: (event: HttpEvent) => Promise<Actor | undefined>;
}

/** The operation a request means, by its route; undefined for routes that are none (a page, a document). */
export const operationOf = (operations: Operations, { routeKey }: HttpEvent): string | undefined =>
  (Object.entries(operations) as [string, Operation][]).find(
    ([, { method, path }]) => `${method} ${path}` === routeKey,
  )?.[0];

export async function serveApi(
  { operations, handlers, authenticate }: Api,
  id: string,
  event: HttpEvent,
): Promise<HttpAnswer> {
  const problem = (trouble: Trouble): HttpAnswer => {
    const document = problemOf(trouble, languageOf(event.headers['accept-language']), event.requestContext.requestId);
    return json(document.status, document, { 'content-type': 'application/problem+json', ...retryAfter(trouble) });
  };
  const operation = operations[id] as Operation;
  const actor = operation.auth === 'jwt' ? await authenticate?.(event) : { kind: 'system' as const };
  if (actor === undefined) return problem({ kind: 'unauthorized' });
  const result = await perform(operation, handlers[id as OperationId] as Handler<OperationId>, event, actor);
  return result.ok ? json(operation.status, result.value) : problem(result.failure);
}
