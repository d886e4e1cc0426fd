import { letterSteps, type LetterStep } from '#pages/letter/steps/steps.ts';

const steps: Readonly<Partial<Record<LetterStep, Readonly<Record<string, string>>>>> = {
  company: {
    zoneId: 'aqtobe',
    'company.country': 'other',
    'company.registeredIn': 'CN',
    'company.name': 'W'.repeat(110),
    'company.number': 'HRB 123456',
  },
  production: {
    production: 'Slabs\nof basalt',
    sector: 'construction-materials',
    'investment.amount': '12 000 000 000',
    'investment.currency': 'KZT',
    jobs: '120',
    exportShare: '30',
    financing: 'mixed',
  },
  utilities: { 'utilities.power': '4 500', 'utilities.gas': '800,5' },
  land: { landHectares: '4,5', wantedStart: '2026-11-16' },
  contact: {
    'contact.name': 'Representative',
    'contact.email': `${'long-'.repeat(10)}address@example.org`,
    'contact.language': 'en',
  },
};

const post = async (url: string, body: URLSearchParams | FormData): Promise<Response> =>
  fetch(url, { method: 'POST', body, redirect: 'manual' });

function signed(): FormData {
  const form = new FormData();
  form.set('kind', 'signed-letter');
  form.set('file', new Blob(['%PDF-1.7\n'], { type: 'application/pdf' }), `${'long-'.repeat(20)}name.pdf`);
  return form;
}

/** Begins a letter as a form without a script would, and fills in its pages before a step. Gives its path: `/letter/{draft}`. */
export async function draftUpTo(site: string, step?: LetterStep): Promise<string> {
  const begun = await post(`${site}/letter`, new URLSearchParams({ forum: 'aqtobe-investment-forum-2025' }));
  const path = (begun.headers.get('location') ?? '').split('/').slice(0, 3).join('/');
  for (const one of letterSteps.slice(0, step === undefined ? letterSteps.length : letterSteps.indexOf(step))) {
    const fields = steps[one];
    if (fields) await post(`${site}${path}/${one}`, new URLSearchParams(fields));
    if (one === 'documents') await post(`${site}${path}/${one}`, signed());
  }
  return path;
}

/** Hands in a letter that is filled in. */
export async function submittedDraft(site: string): Promise<string> {
  const path = await draftUpTo(site);
  await post(`${site}${path}/check`, new URLSearchParams({ consent: 'true' }));
  return path;
}
