import type { Issue } from '#core/kernel/result.ts';
import type { ShowcaseForm } from '../components/showcase-fields.ts';
import { moneyIn, textIn } from './values.ts';

/** What was filled in, as the contract has it. @param id of the proposal, question or request */
export function showcaseValues(form: ShowcaseForm, typed: URLSearchParams, id: string): object {
  const reason = textIn(typed, 'reason');
  const text = textIn(typed, 'text');
  switch (form) {
    case 'decide':
      return { action: textIn(typed, 'action'), proposalId: id, reason, words: reason };
    case 'answer':
      return { action: 'answer', questionId: id, text };
    case 'question':
      return { action: 'question', proposalId: id, text };
    case 'reply':
      return { action: 'reply', askedId: id, text };
    case 'report': {
      const outcome = textIn(typed, 'outcome');
      return outcome === 'inquire'
        ? { action: 'inquire', askedId: id, text: reason }
        : {
            action: 'report',
            askedId: id,
            outcome,
            reason,
            amount: outcome === 'yes' ? moneyIn(typed, 'amount') : undefined,
          };
    }
    case 'ask':
      return {
        action: 'ask',
        proposalId: id,
        kind: textIn(typed, 'kind'),
        of: typed.getAll('of'),
        due: textIn(typed, 'due'),
        note: textIn(typed, 'note'),
      };
    case 'remove':
      return { action: 'withdraw', reason };
  }
}

/** Issues by the names of the form's fields, one a field. */
export function showcaseIssues(form: ShowcaseForm, issues: readonly Issue[]): readonly Issue[] {
  const nameOf = (path: string): string => {
    if (path.startsWith('amount')) return 'amount.amount';
    if (path.startsWith('of')) return 'of';
    return path === 'words' || (form === 'report' && path === 'text') ? 'reason' : path;
  };
  const named = issues.map(({ path, code }) => ({ path: nameOf(path), code }));
  return named.filter(({ path }, at) => named.findIndex((one) => one.path === path) === at);
}
