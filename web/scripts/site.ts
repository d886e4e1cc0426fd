/*
 * Pages work without this script. It moves the focus to a summary of errors, keeps a form from being sent twice by a double
 * click, and says that a file is too big before it is sent for nothing.
 */
/// <reference lib="dom" />
const summary = document.querySelector<HTMLElement>('.govuk-error-summary');
summary?.focus();

for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]')) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  // A page that the browser kept while the reader went on may be sent again after they come back.
  addEventListener('pageshow', () => { sent = false; });
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-most-bytes]')) {
  input.addEventListener('change', () => {
    const isTooBig = (input.files?.[0]?.size ?? 0) > Number(input.dataset['mostBytes']);
    input.parentElement?.querySelector('.too-big')?.remove();
    if (!isTooBig) return;
    const message = document.createElement('p');
    message.className = 'govuk-error-message too-big';
    message.setAttribute('role', 'alert');
    message.textContent = input.dataset['tooBig'] ?? '';
    input.before(message);
    input.value = '';
  });
}
