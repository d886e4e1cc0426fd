import { letterSteps } from '#pages/letter/steps/steps.ts';
import { draftUpTo, submittedDraft } from './letter-draft.ts';
import { fillIn } from '../fill-in.ts';
import { sent, uploaded, type Entries } from './state.ts';
import type { PagesWorld } from './world.ts';

export async function letterPages({ host }: PagesWorld): Promise<Entries> {
  const { site } = host.endpoints;
  const [empty, full, submitted] = [
    await draftUpTo(site, 'company'),
    await draftUpTo(site),
    await submittedDraft(site),
  ];
  const steps = letterSteps.filter((step) => step !== 'check' && step !== 'documents');
  const fresh = await draftUpTo(site, 'documents');
  return {
    '/': [
      { name: 'start', path: '/' },
      { name: 'start of a forum', path: '/?forum=aqtobe-investment-forum-2025' },
    ],
    '/letter/{draft}': [
      { name: 'a letter goes on', path: full },
      { name: 'receipt', path: submitted },
      { name: 'a link that is not ours', path: '/letter/d.x.y', status: 404 },
    ],
    '/letter/{draft}/{step}': [
      ...steps.map((step) => ({ name: `${step}, empty`, path: `${empty}/${step}` })),
      ...steps
        .filter((step) => step !== 'utilities')
        .map((step) => ({ name: `${step}, sent empty`, path: `${empty}/${step}`, act: sent() })),
      ...steps.map((step) => ({ name: `${step}, filled in`, path: `${full}/${step}` })),
      { name: 'check, filled in', path: `${full}/check` },
      { name: 'the letter to sign', path: `${full}/print` },
      { name: 'check without consent', path: `${full}/check`, act: sent() },
      { name: 'check, empty', path: `${empty}/check` },
      { name: 'a step that is not there', path: `${empty}/nowhere`, status: 404 },
    ],
    '/letter/{draft}/documents': [
      { name: 'documents, none', path: `${fresh}/documents` },
      { name: 'documents, sent empty', path: `${fresh}/documents`, act: uploaded('#signed-letter') },
      { name: 'documents, there', path: `${full}/documents` },
    ],
    '/letter/{draft}/save': [
      { name: 'save', path: `${empty}/save` },
      { name: 'save without an address', path: `${empty}/save`, act: sent() },
      {
        name: 'saved',
        path: `${full}/save`,
        act: async (page) => {
          await fillIn(page, { email: 'later@example.org' });
          await sent()(page);
        },
      },
    ],
    '/another-link': [
      { name: 'another link', path: '/another-link' },
      { name: 'another link, sent empty', path: '/another-link', act: sent() },
      {
        name: 'another link on its way',
        path: '/another-link',
        act: async (page) => {
          await fillIn(page, { number: 'AQT-2025-0001', email: 'nobody@example.org' });
          await sent()(page);
        },
      },
    ],
  };
}
