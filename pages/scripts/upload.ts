/* Pages work without this: it sends files of any size straight to the store by a form that the page gives. */
/// <reference lib="dom" />
import { conduct, forgive, refuse, upload, whyNot, type Words } from './upload/send-file.ts';
import { severalFiles } from './upload/several-files.ts';
import type { Choice } from './upload/which-document.ts';

function oneFile(form: HTMLFormElement, input: HTMLInputElement, words: Words): () => boolean {
  const { say, progress, isSending, begin, end } = conduct(form, words);
  const fail = (message: string): void => {
    end();
    refuse(input, message, words);
    input.focus();
  };
  const percent = (share: number): void => {
    progress(share);
    const whole = Math.floor(share * 100);
    // Said aloud at each tenth only.
    if (whole % 10 === 0) say(words.sending.replace('{percent}', String(whole)));
  };
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const [file] = input.files ?? [];
      if (isSending()) return;
      forgive(input);
      if (!file) {
        fail(words.missing);
        return;
      }
      const signal = begin();
      upload({ form, words, signal, say, progress: percent }, file).then(
        (to) => {
          location.assign(to);
        },
        (error: unknown) => {
          fail(whyNot(error, signal, words));
        },
      );
    },
    true,
  );
  return () => input.files !== null && input.files.length > 0;
}

/** Without a digest (an old browser, a page that is not secure) the form brings the file itself. */
const container = document.querySelector<HTMLElement>('[data-uploads]');
if (container && globalThis.crypto?.subtle) {
  const words = JSON.parse(container.dataset['uploads'] ?? '{}') as Words;
  const waiting = new Map<HTMLFormElement, () => boolean>();
  for (const form of container.querySelectorAll<HTMLFormElement>('.upload form')) {
    const input = form.querySelector<HTMLInputElement>('input[type=file]');
    const several = form.parentElement?.dataset['several'];
    if (input)
      waiting.set(
        form,
        several === undefined
          ? oneFile(form, input, words)
          : severalFiles(form, JSON.parse(several) as readonly Choice[], words),
      );
  }

  // Who has chosen a file and goes on means it: it is sent first, else it would be lost without a word.
  for (const onward of document.querySelectorAll<HTMLAnchorElement>('main a.govuk-button')) {
    onward.addEventListener('click', (event) => {
      const chosen = [...waiting].find(([, waits]) => waits())?.[0];
      if (!chosen) return;
      event.preventDefault();
      chosen.requestSubmit();
    });
  }
}
