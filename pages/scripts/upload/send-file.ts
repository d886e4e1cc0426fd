/// <reference lib="dom" />
export interface Words {
  readonly reading: string;
  readonly sending: string;
  readonly checking: string;
  readonly cancel: string;
  readonly cancelled: string;
  readonly failed: string;
  readonly noRoom: string;
  readonly tooBig: string;
  readonly missing: string;
  readonly error: string;
  readonly most: number;
  readonly choose: string;
  readonly kind: string;
  readonly which: string;
  readonly twice: string;
  readonly chosen: string;
  readonly going: string;
  readonly uploaded: string;
  readonly partly: string;
  readonly remove: string;
  readonly megabytes: string;
  readonly kilobytes: string;
}

interface Told {
  readonly fileId?: string;
  readonly url?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly to?: string;
  readonly error?: string;
}

type Fields = Readonly<Record<string, string>>;

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function made(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

export function button(text: string): HTMLButtonElement {
  const element = made('button', 'govuk-button govuk-button--secondary', text) as HTMLButtonElement;
  element.type = 'button';
  return element;
}

class Refusal extends Error {}

/** Why a file was not taken, in words. */
export const whyNot = (error: unknown, { aborted }: AbortSignal, words: Words): string => {
  if (aborted) return words.cancelled;
  return error instanceof Refusal ? error.message : words.failed;
};

async function step(form: HTMLFormElement, fields: Fields, signal: AbortSignal): Promise<Told> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' }, signal });
  const told = (await answer.json()) as Told;
  if (told.error !== undefined) throw new Refusal(told.error);
  return told;
}

/** XHR, because fetch does not tell how far an upload is. */
function send(
  { url = '', fields = {} }: Told,
  file: File,
  noRoom: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', file);
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(request.status === 503 ? new Refusal(noRoom) : new Error());
    };
    request.onerror = request.onabort = () => {
      reject(new Error());
    };
    signal.onabort = () => {
      request.abort();
    };
    request.open('POST', url);
    request.send(body);
  });
}

interface Way {
  readonly form: HTMLFormElement;
  readonly words: Words;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly progress: (share: number) => void;
}

/** Announces a file, sends it, has it looked at. Rejects; `whyNot` says why. @returns where its page goes on */
export async function upload(way: Way, file: File, place: Fields = {}, count = 1): Promise<string> {
  const { form, words, signal, say, progress } = way;
  if (file.size > words.most) throw new Refusal(words.tooBig);
  say(words.reading);
  const content = await file.arrayBuffer();
  const sha256 = hex(await crypto.subtle.digest('SHA-256', content));
  const said = { fileName: file.name, bytes: String(file.size), sha256, beginning: hex(content.slice(0, 1024)) };
  const asked = await step(form, { ...place, step: 'upload', ...said }, signal);
  progress(0);
  await send(asked, file, words.noRoom, progress, signal);
  say(words.checking);
  const done = { ...place, step: 'complete', fileId: asked.fileId ?? '', count: String(count) };
  return (await step(form, done, signal)).to ?? location.href;
}

/** What a form shows while it sends: how far it is, what is said aloud, a button that stops it. */
export function conduct(form: HTMLFormElement, words: Words) {
  const submit = form.querySelector<HTMLButtonElement>('button:not([type=button])');
  const status = made('p', 'govuk-body upload__status');
  status.setAttribute('role', 'status');
  form.append(status);
  const bar = document.createElement('progress');
  const cancel = button(words.cancel);
  const say = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };
  return {
    say,
    progress: (share: number) => {
      bar.value = share;
    },
    isSending: () => submit?.disabled === true,
    begin(): AbortSignal {
      const aborter = new AbortController();
      if (submit) submit.disabled = true;
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute('aria-label', words.sending.replace('{percent}', ''));
      cancel.onclick = () => {
        aborter.abort();
      };
      status.before(bar);
      status.after(cancel);
      cancel.focus();
      return aborter.signal;
    },
    end(text = ''): void {
      bar.remove();
      cancel.remove();
      say(text);
      if (submit) submit.disabled = false;
    },
  };
}

const errorId = ({ id }: HTMLElement): string => `${id}-error`;

export const isRefused = (field: HTMLElement): boolean => document.getElementById(errorId(field)) !== null;

const describe = (field: HTMLElement, change: (ids: readonly string[]) => readonly string[]): void => {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  field.setAttribute('aria-describedby', change(ids).join(' '));
};

/** Says beside a field what is wrong with it. */
export function refuse(field: HTMLElement, message: string, words: Words): void {
  const error = made('p', 'govuk-error-message');
  error.id = errorId(field);
  error.append(made('span', 'govuk-visually-hidden', `${words.error}: `), message);
  field.parentElement?.classList.add('govuk-form-group--error');
  field.before(error);
  describe(field, (ids) => [...ids, error.id]);
}

export function forgive(field: HTMLElement): void {
  document.getElementById(errorId(field))?.remove();
  field.parentElement?.classList.remove('govuk-form-group--error');
  describe(field, (ids) => ids.filter((id) => id !== errorId(field)));
}
