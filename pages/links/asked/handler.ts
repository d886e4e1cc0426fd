import { needText } from '#core/texts/need-text.ts';
import { textsOf } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { viewParty, type AskedRow } from '#core/links/view-party.ts';
import type { LinkPorts } from '#core/links/act-by-link.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Ports } from '#core/kernel/ports.ts';
import type { Cell } from '../../kit/csv.ts';
import { sheetFile, type SheetForm } from '../../kit/sheet-file.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { by, isLooking, pathOf } from '../link-form.ts';
import { lineOfParty } from './line-form.ts';
import { arranged, askedText, queryIn } from './list.ts';
import { askedPage } from './page.tsx';

type AskedPorts = LinkPorts & FormPorts & Pick<Ports, 'lists' | 'lines' | 'limits' | 'ids'>;

/** Everything that a party is asked, on one page for all its people, and the lines that it builds. Looking changes nothing. */
export async function askedOfParty(ports: AskedPorts, visit: Visit): Promise<Reply> {
  const lineId = visit.query.get('line');
  if (lineId !== null || !isLooking(visit)) return lineOfParty(ports, visit, lineId ?? '');
  const query = queryIn(visit.query);
  const view = await viewParty(ports, { ...by(visit), answered: query.answered });
  if (!view.ok) return problem(view.failure);
  const frame = visit.frame(view.value.language, view.value.office);
  const rows = arranged(frame.language, view.value.rows, query);
  return render(
    askedPage({ frame, view: view.value, rows, query, path: pathOf(visit), isDone: visit.query.has('done') }),
  );
}

function cellsOf(language: Language, { answered, ...row }: AskedRow): readonly Cell[] {
  return [
    row.number,
    row.company,
    askedText(language, row),
    row.need ? needText(language, row.need) : '',
    textsOf(language).stages[row.stage],
    { day: row.due },
    row.daysLate,
    answered ? { day: answered.on } : '',
    answered ? textsOf(language).outcomes[answered.outcome] : '',
  ];
}

/** The rows that the page shows, of all its pages, as a file. */
export async function askedFile(
  ports: Pick<AskedPorts, 'links' | 'reference' | 'lists'>,
  visit: Visit,
  form: SheetForm,
): Promise<Reply> {
  const query = queryIn(visit.query);
  const view = await viewParty(ports, { ...by(visit), answered: query.answered });
  if (!view.ok) return problem(view.failure);
  const frame = visit.frame(view.value.language);
  const { language } = frame;
  const { holders, linkPage } = textsOf(language);
  const { all, ...words } = partyTexts(language);
  const head = [
    all.number,
    holders.investor,
    words.asked,
    all.amount,
    linkPage.stage,
    words.until,
    all.daysLate,
    words.on,
    words.given,
  ];
  const rows = arranged(language, view.value.rows, query).map((row) => cellsOf(language, row));
  return sheetFile(frame, `asked-${view.value.on}`, form, [{ name: all.title, rows: [head, ...rows] }]);
}
