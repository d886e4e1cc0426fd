import type { VNode } from 'preact';
import { languages, type Language } from '#core/kernel/common.ts';
import type { OfficeContact } from '#core/reference/reference.ts';
import type { Frame, StaffFrame } from '#pages/frame.ts';
import { frameOf } from '#pages/layout.tsx';
import type { HttpEvent } from '#functions/http/api.ts';
import { languageOf } from '#functions/http/language.ts';
import type { Trouble } from '#functions/http/problems.ts';
import type { PostedFile } from './posted.ts';
import { cookieName, cookiesOf } from './cookies.ts';

export interface Visit {
  readonly event: HttpEvent;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly fields: URLSearchParams;
  readonly files: readonly PostedFile[];
  readonly now: number;
  /** The reader's language: chosen before, else `preferred` (that of their project), else their browser's. `office`: of whoever came by a link. */
  readonly frame: (preferred?: Language, office?: OfficeContact) => Frame;
}

export type Reply =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly document: VNode;
      readonly cookies: readonly string[];
      readonly connects?: string | undefined;
    }
  | { readonly kind: 'json'; readonly status: number; readonly body: object }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'go'; readonly to: string; readonly cookies: readonly string[] }
  | {
      readonly kind: 'problem';
      readonly trouble: Trouble;
      readonly preferred?: Language | undefined;
      readonly typed?: URLSearchParams | undefined;
      readonly office?: OfficeContact | undefined;
    };

export const json = (body: object, status = 200): Reply => ({ kind: 'json', status, body });
export const render = (document: VNode, status = 200, cookies: readonly string[] = []): Reply => ({
  kind: 'page',
  status,
  document,
  cookies,
});
/** After a form: leads on by GET, so that a reload sends nothing twice. */
export const redirect = (to: string, cookies: readonly string[] = []): Reply => ({ kind: 'go', to, cookies });
/** Sends a file to keep. @param name ASCII without quotes */
export const file = (name: string, type: string, bytes: Uint8Array): Reply => ({ kind: 'file', name, type, bytes });
/** A page that says what went wrong and what to do now. @param typed words that are shown on it; else those of the posted form */
export const problem = (trouble: Trouble, preferred?: Language, typed?: URLSearchParams): Reply => ({
  kind: 'problem',
  trouble,
  preferred,
  ...(typed && { typed }),
});

const isLanguage = (text: string | undefined): text is Language =>
  (languages as readonly (string | undefined)[]).includes(text);

/** The language the reader chose: just now by a link of the switch, or earlier. */
export function chosenLanguage(event: HttpEvent): { readonly language?: Language; readonly isNew: boolean } {
  const asked = new URLSearchParams(event.rawQueryString).get('lang') ?? undefined;
  if (isLanguage(asked)) return { language: asked, isNew: true };
  const kept = cookiesOf(event).get(cookieName('lang'));
  return isLanguage(kept) ? { language: kept, isNew: false } : { isNew: false };
}

export const nothingPosted: Pick<Visit, 'fields' | 'files'> = {
  files: [],
  get fields() {
    return new URLSearchParams();
  },
};

function hereOf(event: HttpEvent): string {
  const query = new URLSearchParams(event.rawQueryString);
  query.delete('lang');
  // As it was asked for: the decoded path may hold what an address may not.
  const path = event.rawPath.split('/').map(encodeURIComponent).join('/');
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

export function visitOf(
  event: HttpEvent,
  { fields, files }: Pick<Visit, 'fields' | 'files'>,
  staff?: StaffFrame,
): Visit {
  const { language } = chosenLanguage(event);
  return {
    event,
    params: event.pathParameters ?? {},
    query: new URLSearchParams(event.rawQueryString),
    fields,
    files,
    now: event.requestContext.timeEpoch,
    frame: (preferred, office) => ({
      ...frameOf(language ?? preferred ?? languageOf(event.headers['accept-language']), hereOf(event), staff),
      ...(office && { office }),
    }),
  };
}
