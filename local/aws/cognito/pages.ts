import { page, type Answer } from '../http/answer.ts';
import { escapeHtml } from '../http/html.ts';
import type { Account } from './accounts.ts';

const style =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}button{font:inherit;display:block;width:100%;text-align:left;padding:.6rem 1rem;margin:.4rem 0;border:2px solid #0b0c0c;background:#fff;cursor:pointer}button:focus{outline:3px solid #ffdd00;background:#ffdd00}small{color:#505a5f}';

const document = (title: string, content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style><body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;

export const loginPage = (accounts: readonly Account[], action: string): Answer =>
  page(
    200,
    document(
      'Sign in',
      `<p>This host has demo accounts without passwords: choose one. It answers to this machine only; do not put real data on it while that is so.</p><form method="post" action="${escapeHtml(action)}">${accounts.map(button).join('')}</form>`,
    ),
  );

const button = ({ account, roles, email }: Account): string =>
  `<button name="account" value="${escapeHtml(account)}">${escapeHtml(account)} <small>${escapeHtml(`${roles.join(', ')} · ${email}`)}</small></button>`;

export const signOutPage = (form: string): Answer =>
  page(200, document('Sign out', `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`));

export const plainPage = (status: number, title: string, message: string): Answer =>
  page(status, document(title, `<p>${escapeHtml(message)}</p>`));
