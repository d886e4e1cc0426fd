/*
 * The form in the hall works without this script. What a phone could not send is kept on it and sent again until it has arrived: the key
 * of each form makes it done once, whatever came through before the line was lost.
 */
/// <reference lib="dom" />
const hall = document.querySelector<HTMLElement>('[data-hall]');
const form = hall?.querySelector('form');
const place = `hall ${location.pathname} ${new URL(location.href).searchParams.get('forum') ?? ''}`;
const again = 10_000;

const keptForms = (): readonly string[] => JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
const keep = (forms: readonly string[]): void => {
  if (forms.length === 0) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(forms));
};

function begin(at: HTMLFormElement, words: Readonly<Record<'kept' | 'sent' | 'signIn', string>>): void {
  const status = document.createElement('p');
  status.className = 'govuk-inset-text';
  status.setAttribute('role', 'status');
  status.hidden = true;
  at.before(status);
  const say = (text: string): void => {
    status.textContent = text;
    status.hidden = text === '';
  };
  const waiting = (): void => {
    say(words.kept.replace('{count}', String(keptForms().length)));
  };
  const field = (name: string): HTMLInputElement | null => at.querySelector(`[name="${name}"]`);

  /** What came of one: it has arrived, its reader has to look at it, or it waits. */
  async function send(body: string): Promise<'sent' | 'later' | { readonly look: string }> {
    const fields = new URLSearchParams(body);
    // The proof of the session that runs now: the one of then may be over.
    const token = field('form-token')?.value;
    if (token !== undefined) fields.set('form-token', token);
    const { ok, url } = await fetch(at.action, { method: 'POST', body: fields });
    const { pathname, searchParams } = new URL(url);
    if (pathname !== location.pathname) {
      say(words.signIn);
      return 'later';
    }
    if (searchParams.has('done')) return 'sent';
    return ok || searchParams.has('check') ? { look: url } : 'later';
  }

  let isSending = false;
  async function sendAll(): Promise<void> {
    if (isSending || keptForms().length === 0) return;
    isSending = true;
    try {
      for (;;) {
        const [body] = keptForms();
        if (body === undefined) break;
        const done = await send(body);
        if (done === 'later') return;
        keep(keptForms().filter((one) => one !== body));
        if (typeof done === 'object') {
          location.assign(done.look);
          return;
        }
      }
      say(words.sent);
    } catch {
      waiting();
    } finally {
      isSending = false;
    }
  }

  at.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(at)) if (typeof value === 'string') fields.append(name, value);
      keep([...keptForms(), fields.toString()]);
      waiting();
      at.reset();
      const key = field('key');
      if (key) key.value = crypto.randomUUID();
      void sendAll();
    },
    true,
  );
  addEventListener('online', () => void sendAll());
  setInterval(() => void sendAll(), again);
  if (keptForms().length > 0) {
    waiting();
    void sendAll();
  }
}

if (hall && form) begin(form, JSON.parse(hall.dataset['hall'] ?? '{}') as Parameters<typeof begin>[1]);
