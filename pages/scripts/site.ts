/* Pages work without this: it focuses a summary of errors, stops double sending, takes "done" from the address. */
/// <reference lib="dom" />
const summary = document.querySelector<HTMLElement>('.govuk-error-summary');
summary?.focus();

// "Done" is said once: whoever keeps the address, or reloads the page, is not greeted with it again.
const address = new URL(location.href);
for (const name of ['done', 'sent', 'out']) address.searchParams.delete(name);
if (address.search !== location.search) history.replaceState(null, '', address);

for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // A page that the browser kept while the reader went on may be sent again after they come back.
  addEventListener('pageshow', () => {
    sent = false;
  });
}

// In a hall the arrow keys go on to the next matter, and back; not while somebody writes.
const steps: Readonly<Record<string, string>> = { ArrowLeft: 'prev', ArrowRight: 'next' };
addEventListener('keydown', ({ key, target }) => {
  if (target instanceof Element && target.closest('form')) return;
  document.querySelector<HTMLAnchorElement>(`.on-wall a[rel="${steps[key] ?? ''}"]`)?.click();
});
