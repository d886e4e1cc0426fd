import { expect, it } from 'vitest';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { officer } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import { withCompanies } from './company-columns.ts';

it.each([false, true])('a file says in its last row that there is more: %s', async (isCut) => {
  const { submit, ports } = world();
  const list = { zoneId: 'alpha', projectIds: [await submit()], isCut };
  const visit = { actor: officer, frame: () => ({ language: 'en', words: frameTexts('en') }) } as unknown as StaffVisit;
  const file = await withCompanies(ports, visit, list, {
    name: 'Projects',
    rows: [
      ['Company', 'Number', 'Stage'],
      ['Plant', 'A-1', 'Letter'],
    ],
  });
  const rows = file.ok ? file.value.rows : [];
  expect(rows[0]?.slice(0, 3)).toEqual(['Company', 'Number', frameTexts('en').companyNumber]);
  expect(rows.slice(2)).toEqual(isCut ? [['Only the first 1 rows are here. Narrow the list to get the others.']] : []);
});
