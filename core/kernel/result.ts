import type { KnownPerson } from '../reference/reference.ts';

/** Kinds, not HTTP numbers: one mapper in functions/http turns them into problem documents. */
export type Failure =
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'conflict'; readonly version: number; readonly state: string }
  | { readonly kind: 'not-allowed'; readonly action: string; readonly because: string }
  | { readonly kind: 'gate-closed'; readonly missing: readonly Missing[] }
  | { readonly kind: 'too-many'; readonly retryAfterSeconds: number }
  /** Files cannot be taken now; everything else can. */
  | { readonly kind: 'no-room'; readonly retryAfterSeconds: number }
  | { readonly kind: 'key-reused' }
  /** The address that somebody is added by is a known person's: is it them who are meant? */
  | { readonly kind: 'known-person'; readonly known: KnownPerson }
  /** The link went to an address that staff wrote and its owner has not confirmed yet. */
  | { readonly kind: 'address-unconfirmed' }
  /** Others change the same at the same moment, again and again: nothing was written. */
  | { readonly kind: 'busy' }
  /** A letter that was not handed in for so long. */
  | { readonly kind: 'draft-deleted'; readonly on: string }
  /** A link that is none of ours or mistyped; replaced by a newer one; whose assignment went to another party; whose time is over. */
  | { readonly kind: 'link-unknown' | 'link-replaced' | 'link-given-on' | 'link-expired' };

/** One field that does not fit: where (JSON path, joined by dots) and what is wrong, as a key of the texts. */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

export interface Missing {
  readonly what: 'assignment' | 'line' | 'signed-letter' | 'being-scanned' | 'line-readiness' | 'document' | 'outdated';
  /** Which assignment kind, utility line or kind of document. */
  readonly name: string;
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const fail = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });
