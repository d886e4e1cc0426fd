/// <reference lib="dom" />
import { button, conduct, forgive, isRefused, made, refuse, upload, whyNot, type Words } from './send-file.ts';
import { preselect, twice, type Choice } from './which-document.ts';

interface Row {
  readonly file: File;
  readonly item: HTMLElement;
  readonly select: HTMLSelectElement;
}

const megabyte = 1_000_000;

function sizeText(bytes: number, words: Words): string {
  const isSmall = bytes < megabyte / 10;
  const size = isSmall ? Math.max(1, Math.round(bytes / 1000)) : Math.round(bytes / (megabyte / 10)) / 10;
  return (isSmall ? words.kilobytes : words.megabytes).replace(
    '{size}',
    size.toLocaleString(document.documentElement.lang),
  );
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

/** What a row of the form without a script is made of. */
interface Parts {
  readonly select: HTMLSelectElement;
  readonly input: HTMLInputElement;
  readonly rows: Element;
}

function partsOf(form: HTMLFormElement): Parts | undefined {
  const select = form.querySelector('select');
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const rows = input?.closest('form > div');
  return select && input && rows ? { select, input, rows } : undefined;
}

function labelled(field: HTMLElement, text: string): HTMLLabelElement {
  const label = made('label', 'govuk-label', text) as HTMLLabelElement;
  label.htmlFor = field.id;
  return label;
}

const hidden = (text: string): HTMLElement => made('span', 'govuk-visually-hidden', ` (${text})`);

function rowOf(file: File, id: string, model: HTMLSelectElement, words: Words, onRemove: (row: Row) => void): Row {
  const item = made('li', 'document');
  const box = made('div', 'govuk-form-group');
  const select = model.cloneNode(true) as HTMLSelectElement;
  select.id = id;
  select.name = '';
  select.className = 'govuk-select';
  select.removeAttribute('aria-describedby');
  const label = labelled(select, words.kind);
  label.append(hidden(file.name));
  const remove = button(words.remove);
  remove.append(hidden(file.name));
  const row = { file, item, select };
  remove.onclick = () => {
    onRemove(row);
  };
  box.append(label, select);
  item.append(
    made('span', 'document__file', file.name),
    made('span', 'document__line', sizeText(file.size, words)),
    box,
    remove,
  );
  return row;
}

function becomesDone({ file, item, select }: Row, words: Words): void {
  const what = select.selectedOptions[0]?.text ?? '';
  item.replaceChildren(
    made('span', 'document__file', file.name),
    made('span', 'document__line', `${what}: ${words.uploaded}`),
  );
}

/** Whether each row says what it is, each another; beside those that do not it is said. */
function areClear(rows: readonly Row[], choices: readonly Choice[], words: Words): boolean {
  const repeated = twice(
    rows.map(({ select }) => select.value),
    choices,
  );
  const wrong = rows.filter(({ select }, at) => {
    forgive(select);
    const isTwice = repeated[at] === true;
    if (select.value !== '' && !isTwice) return false;
    refuse(select, isTwice ? words.twice : words.which, words);
    return true;
  });
  wrong[0]?.select.focus();
  return wrong.length === 0;
}

class Several {
  private rows: readonly Row[] = [];
  private count = 0;
  private onward: string | undefined;
  private readonly list = made('ul', 'documents');
  private readonly shown: ReturnType<typeof conduct>;

  private readonly form: HTMLFormElement;
  private readonly parts: Parts;
  private readonly choices: readonly Choice[];
  private readonly words: Words;

  constructor(form: HTMLFormElement, parts: Parts, choices: readonly Choice[], words: Words) {
    [this.form, this.parts, this.choices, this.words] = [form, parts, choices, words];
    const { input, rows } = parts;
    input.id = 'files';
    input.name = '';
    input.multiple = true;
    input.setAttribute('aria-describedby', 'limits');
    const group = made('div', 'govuk-form-group');
    group.append(labelled(input, words.choose), input);
    rows.replaceWith(group, this.list);
    this.shown = conduct(form, words);
  }

  waits(): boolean {
    return this.rows.length > 0;
  }

  add(files: readonly File[]): void {
    if (files.length === 0 || this.shown.isSending()) return;
    forgive(this.parts.input);
    const places = preselect(
      files.map(({ name }) => name),
      this.choices,
      this.rows.map(({ select }) => select.value),
    );
    const added = files.map((file, at) => {
      const row = rowOf(file, `place-${String((this.count += 1))}`, this.parts.select, this.words, (one) => {
        this.remove(one);
      });
      row.select.value = places[at] ?? '';
      this.list.append(row.item);
      return row;
    });
    this.rows = [...this.rows, ...added];
    this.shown.say(filled(this.words.chosen, { count: this.rows.length }));
  }

  submit(): void {
    const { input } = this.parts;
    if (this.shown.isSending()) return;
    forgive(input);
    if (this.rows.length === 0) {
      refuse(input, this.words.missing, this.words);
      input.focus();
    } else if (areClear(this.rows, this.choices, this.words)) void this.sendAll(this.shown.begin());
  }

  private remove(row: Row): void {
    if (this.shown.isSending()) return;
    row.item.remove();
    this.rows = this.rows.filter((one) => one !== row);
    this.shown.say(filled(this.words.chosen, { count: this.rows.length }));
    this.parts.input.focus();
    this.leaveIfDone();
  }

  private leaveIfDone(): void {
    if (this.rows.length === 0 && this.onward !== undefined) location.assign(this.onward);
  }

  /** One after another; what was sent stays sent, whatever becomes of the others. */
  private async sendAll(signal: AbortSignal): Promise<void> {
    const { form, words, shown, rows } = this;
    const all = rows.length;
    for (const [at, row] of rows.entries()) {
      shown.say(filled(words.going, { number: at + 1, all, name: row.file.name }));
      const progress = (share: number): void => {
        shown.progress((at + share) / all);
      };
      try {
        const place = Object.fromEntries(new URLSearchParams(row.select.value));
        this.onward = await upload({ form, words, signal, say: () => undefined, progress }, row.file, place, all);
        this.rows = this.rows.filter((one) => one !== row);
        becomesDone(row, words);
      } catch (error) {
        refuse(row.select, whyNot(error, signal, words), words);
        if (signal.aborted) break;
      }
    }
    if (this.rows.length > 0) {
      shown.end(filled(words.partly, { done: all - this.rows.length, all }));
      this.rows.find(({ select }) => isRefused(select))?.select.focus();
    }
    this.leaveIfDone();
  }
}

/** Makes of a form of several rows one field, and a row of each file that is chosen or dropped. @returns whether files wait in it */
export function severalFiles(form: HTMLFormElement, choices: readonly Choice[], words: Words): () => boolean {
  const parts = partsOf(form);
  if (!parts) return () => false;
  const several = new Several(form, parts, choices, words);
  const { input } = parts;
  input.onchange = () => {
    several.add([...(input.files ?? [])]);
    // The same file may be chosen again after it was removed.
    input.value = '';
  };
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
  });
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    several.add([...(event.dataTransfer?.files ?? [])]);
  });
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      several.submit();
    },
    true,
  );
  return () => several.waits();
}
