/*
 * The work list works without this script. It moves through the rows by keys: j and k, Enter opens, x ticks, / searches, ? says so.
 */
/// <reference lib="dom" />
const help = document.querySelector<HTMLDetailsElement>('.desk-keys');
const links = [...document.querySelectorAll<HTMLAnchorElement>('tbody .desk__company a')];

/** Where something is typed or chosen, letters are letters. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), select, textarea, [contenteditable]') !== null;

function move(by: number): void {
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => row?.contains(link));
  const link = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  link?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const does: Record<string, () => void> = {
    j: () => {
      move(1);
    },
    k: () => {
      move(-1);
    },
    x: () => document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('[name=pick]')?.click(),
    '/': () => document.querySelector<HTMLInputElement>('#q')?.focus(),
    '?': () => {
      if (help === null) return;
      help.hidden = help.open;
      help.open = !help.open;
    },
  };
  const act = does[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
