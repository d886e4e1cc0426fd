import type { IncomingMessage } from 'node:http';
import { languageTags } from '#core/texts/index.ts';
import { languageOf } from '#functions/http/language.ts';
import { problemOf, retryAfter, type Trouble } from '#functions/http/problems.ts';
import { type Answer, json, page } from '../aws/http/answer.ts';
import { escapeHtml } from '../aws/http/html.ts';

export function refusal({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>, trouble: Trouble): Answer {
  const language = languageOf(headers['accept-language']);
  const problem = problemOf(trouble, language, '');
  const always = { 'cache-control': 'no-store', ...retryAfter(trouble) };
  if (url.startsWith('/api/'))
    return json(problem.status, problem, { ...always, 'content-type': 'application/problem+json' });
  const [title, detail] = [escapeHtml(problem.title), escapeHtml(problem.detail ?? '')];
  const html = `<!doctype html><html lang="${languageTags[language]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${detail}</p></html>`;
  const { headers: ofPage, ...answer } = page(problem.status, html);
  return { ...answer, headers: { ...ofPage, ...always } };
}
