import type { Language } from '#core/contracts/common.ts';
import type { AssignmentView, LinkView } from '#core/contracts/views.ts';
import { escapeHtml } from '#core/notices/escape-html.ts';
import { assignmentName } from '#core/notices/names.ts';
import { dateText, textsOf, type Texts } from '#core/texts/index.ts';
import { page } from './page.ts';

const row = (term: string, value: string): string => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(value)}</dd>`;

const rows = (...pairs: readonly (readonly [string, string | undefined])[]): string =>
  `<dl>${pairs.flatMap(([term, value]) => (value === undefined ? [] : row(term, value))).join('')}</dl>`;

function stateOf(texts: Texts, { state }: AssignmentView): string {
  if (state === 'answered') return texts.linkPage.answered;
  return state === 'closed' ? texts.linkPage.closed : texts.assignmentStates[state];
}

function assignmentSection(texts: Texts, language: Language, assignment: AssignmentView): string {
  const { kind, line, due } = assignment;
  return `<h2>${escapeHtml(assignmentName(texts, kind, line))}</h2>
<p>${escapeHtml(stateOf(texts, assignment))}</p>
${rows([texts.linkPage.answerBy, dateText(language, due)])}`;
}

/** What a link shows until its form exists: what is asked, for which project, by whom, until when. Nothing here acts. */
export function linkPage(view: LinkView): string {
  const { language, number, zone, stage, company, due, phase, ending, assignments } = view;
  const texts = textsOf(language);
  const standing = ending ? texts.endings[ending] : texts.phases[phase];
  const facts = rows(
    [texts.linkPage.project, `${number} · ${company}`],
    [texts.linkPage.askedBy, zone[language]],
    [texts.linkPage.stage, `${texts.stages[stage]} (${standing})`],
    [texts.linkPage.answerBy, due && dateText(language, due)],
  );
  const title = view.kind === 'assignment' ? texts.linkPage.title : texts.linkPage.project;
  return page(language, `${title} · ${number}`, facts + assignments.map((one) => assignmentSection(texts, language, one)).join(''));
}

/** For a link we did not make, or that no longer opens anything. */
export function deadLinkPage(language: Language): string {
  const { invalid, invalidNext } = textsOf(language).linkPage;
  return page(language, invalid, `<p>${escapeHtml(invalidNext)}</p>`);
}
