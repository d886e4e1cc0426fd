import { sheetFile, type SheetForm } from '../kit/sheet-file.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import type { Reply } from '../kit/visit.ts';

/** In which form a list is asked for as a file; undefined: as its page. */
export const formIn = ({ query }: StaffVisit): SheetForm | undefined =>
  (['csv', 'xlsx'] as const).find((one) => one === query.get('file'));

/** @param name what the list is of, ASCII */
export const listFile = (
  { frame, now }: StaffVisit,
  form: SheetForm,
  name: string,
  title: string,
  rows: readonly (readonly string[])[],
): Reply => sheetFile(frame(), `${name}-${new Date(now).toISOString().slice(0, 10)}`, form, [{ name: title, rows }]);
