/* Pages work without this: it sends a file of any size straight to the store by a form that the page gives. */
/// <reference lib="dom" />
interface Words {
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
}

interface Told {
  readonly fileId?: string;
  readonly url?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly to?: string;
  readonly error?: string;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

function made(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

class Refusal extends Error {}

async function step(
  form: HTMLFormElement,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Told> {
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

interface Shown {
  readonly form: HTMLFormElement;
  readonly bar: HTMLProgressElement;
  readonly status: HTMLElement;
  readonly words: Words;
}

async function upload({ form, bar, status, words }: Shown, file: File, signal: AbortSignal): Promise<void> {
  const percent = (share: number): void => {
    const whole = String(Math.floor(share * 100));
    bar.value = share;
    const text = words.sending.replace('{percent}', whole);
    // Said aloud at each tenth only.
    if (Number(whole) % 10 === 0 && status.textContent !== text) status.textContent = text;
  };
  status.textContent = words.reading;
  const content = await file.arrayBuffer();
  const sha256 = hex(await crypto.subtle.digest('SHA-256', content));
  const asked = await step(
    form,
    { step: 'upload', fileName: file.name, bytes: String(file.size), sha256, beginning: hex(content.slice(0, 1024)) },
    signal,
  );
  percent(0);
  await send(asked, file, words.noRoom, percent, signal);
  status.textContent = words.checking;
  location.assign((await step(form, { step: 'complete', fileId: asked.fileId ?? '' }, signal)).to ?? location.href);
}

function help(form: HTMLFormElement, input: HTMLInputElement, words: Words): void {
  const button = form.querySelector<HTMLButtonElement>('button');
  const group = input.parentElement;
  const status = made('p', 'govuk-body upload__status');
  status.setAttribute('role', 'status');
  form.append(status);
  const bar = document.createElement('progress');
  const cancel = made('button', 'govuk-button govuk-button--secondary', words.cancel) as HTMLButtonElement;
  cancel.type = 'button';
  const quiet = (): void => {
    bar.remove();
    cancel.remove();
    status.textContent = '';
    if (button) button.disabled = false;
  };

  const refuse = (message: string): void => {
    quiet();
    const error = made('p', 'govuk-error-message');
    error.id = `${input.id}-error`;
    error.append(made('span', 'govuk-visually-hidden', `${words.error}: `), message);
    group?.classList.add('govuk-form-group--error');
    input.before(error);
    input.setAttribute('aria-describedby', `limits ${error.id}`);
    input.focus();
  };

  form.addEventListener(
    'submit',
    (event) => {
      const kind = form.querySelector<HTMLSelectElement>('select');
      if (kind?.value === '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (button?.disabled) return;
      document.getElementById(`${input.id}-error`)?.remove();
      group?.classList.remove('govuk-form-group--error');
      const [file] = input.files ?? [];
      if (file === undefined) {
        refuse(words.missing);
        return;
      }
      if (file.size > words.most) {
        refuse(words.tooBig);
        return;
      }
      const aborter = new AbortController();
      if (button) button.disabled = true;
      bar.max = 1;
      bar.setAttribute('aria-label', words.sending.replace('{percent}', ''));
      cancel.onclick = () => {
        aborter.abort();
      };
      status.before(bar);
      status.after(cancel);
      cancel.focus();
      upload({ form, bar, status, words }, file, aborter.signal).catch((error: unknown) => {
        refuse(aborter.signal.aborted ? words.cancelled : error instanceof Refusal ? error.message : words.failed);
      });
    },
    true,
  );
}

/** Without a digest (an old browser, a page that is not secure) the form brings the file itself. */
const container = document.querySelector<HTMLElement>('[data-uploads]');
if (container && globalThis.crypto?.subtle) {
  const words = JSON.parse(container.dataset['uploads'] ?? '{}') as Words;
  for (const form of container.querySelectorAll<HTMLFormElement>('[data-upload] form')) {
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    if (input) help(form, input, words);
  }

  // Who has chosen a file and goes on means it: it is sent first, else it would be lost without a word.
  const inputs = [...container.querySelectorAll<HTMLInputElement>('[data-upload] form input[type=file]')];
  for (const onward of document.querySelectorAll<HTMLAnchorElement>('main a.govuk-button')) {
    onward.addEventListener('click', (event) => {
      const chosen = inputs.find(({ files }) => files !== null && files.length > 0);
      if (!chosen?.form) return;
      event.preventDefault();
      chosen.form.requestSubmit();
    });
  }
}
