import type { Ending } from '#core/project/event.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { bucketName } from '#pages/region/names.ts';
import type { Person } from './person.ts';

/** How many projects the overview shows in a stage or at an end; none where it has no row. */
export async function sees(person: Person, bucket: StageId | Ending): Promise<number> {
  await person.follow(person.words.siteName);
  const table = person.page.getByRole('table', { name: regionTexts(person.language).byStage });
  const row = table
    .getByRole('row')
    .filter({ has: person.page.getByRole('rowheader', { name: bucketName(person.language, bucket), exact: true }) });
  return (await row.count()) === 0 ? 0 : Number.parseInt(await row.getByRole('cell').first().innerText(), 10);
}
