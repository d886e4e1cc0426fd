import type { Language } from '#core/kernel/common.ts';
import type { Problem } from '#core/api/views.ts';
import type { Failure, Issue } from '#core/kernel/result.ts';
import { issueText, problemTextsOf } from '#core/texts/areas/problems.ts';

export type Trouble =
  | Failure
  | { readonly kind: 'read-only'; readonly retryAfterSeconds: number }
  | { readonly kind: 'unauthorized' | 'unexpected' | 'malformed' | 'payload-too-large' | 'unsupported-media-type' };

const statuses: Readonly<Record<Trouble['kind'], number>> = {
  malformed: 400,
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'address-unconfirmed': 403,
  'not-found': 404,
  conflict: 409,
  'not-allowed': 409,
  'gate-closed': 409,
  'link-unknown': 404,
  'link-replaced': 410,
  'link-given-on': 410,
  'link-expired': 410,
  'draft-deleted': 410,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'key-reused': 422,
  'known-person': 409,
  'too-many': 429,
  busy: 503,
  unexpected: 500,
  'no-room': 503,
  'read-only': 503,
};

export const statusOf = ({ kind }: Trouble): number => statuses[kind];

const busySeconds = 2;

export const retryAfter = (trouble: Trouble): Readonly<Record<string, string>> => {
  const seconds =
    'retryAfterSeconds' in trouble ? trouble.retryAfterSeconds : trouble.kind === 'busy' ? busySeconds : undefined;
  return seconds === undefined ? {} : { 'retry-after': String(seconds) };
};

export const badPageToken: Trouble = { kind: 'invalid', issues: [{ path: 'query.after', code: 'invalid_format' }] };

const described = (language: Language, issues: readonly Issue[]) =>
  issues.map(({ path, code }) => ({ path, code, message: issueText(language, code) }));

/** The one place where a failure becomes an RFC 9457 problem document, in the reader's language. */
export function problemOf(trouble: Trouble, language: Language, reference: string): Problem {
  const { title, next: detail } = problemTextsOf(language).problems[trouble.kind];
  const problem: Problem = {
    type: `urn:zholkarta:problem:${trouble.kind}`,
    title,
    detail,
    status: statuses[trouble.kind],
    reference,
  };
  switch (trouble.kind) {
    case 'invalid':
      return { ...problem, issues: described(language, trouble.issues) };
    case 'gate-closed':
      return { ...problem, missing: [...trouble.missing] };
    case 'conflict':
      return { ...problem, version: trouble.version, state: trouble.state };
    case 'not-allowed':
      return { ...problem, state: trouble.because };
    case 'known-person':
      return { ...problem, known: { ...trouble.known, memberships: [...trouble.known.memberships] } };
    default:
      return problem;
  }
}
