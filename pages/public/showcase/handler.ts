import type { Ports } from '#core/kernel/ports.ts';
import { ShowcaseWish } from '#core/showcase/showcase.ts';
import { isShown, listShowcase, publicItem } from '#core/showcase/view-showcase.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { today } from '#core/project/zone-context.ts';
import { formState } from '#pages/components/form-state.ts';
import { formWithErrors } from '../../kit/check.ts';
import { labelsOf, readForm } from '../../kit/form.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { itemPage, showcasePage, wishFields } from './page.tsx';

type ShowcasePorts = Pick<Ports, 'showcase' | 'reference'>;

/** What is on show, narrowed by what is asked for. */
export async function showcase(ports: ShowcasePorts, visit: Visit): Promise<Reply> {
  const frame = visit.frame();
  const { query, now } = visit;
  const fields = wishFields(frame, await ports.reference.zones());
  const read = readForm(ShowcaseWish, query, fields);
  const view = await listShowcase(ports, read.ok ? read.value : {}, now);
  const form = read.ok ? formState(query) : formWithErrors(frame.language, query, read.issues, labelsOf(fields));
  return render(showcasePage({ frame, fields, form, view }), read.ok ? 200 : 400);
}

/** One item, while it is on show. */
export async function item(ports: ShowcasePorts, visit: Visit): Promise<Reply> {
  const found = await ports.showcase.load(visit.params['itemId'] ?? '');
  const context = found && (await zoneContextOf(ports, found.item.zoneId, visit.now));
  if (found === undefined || context === undefined) return problem({ kind: 'not-found' });
  const frame = visit.frame();
  const questions = found.questions.filter(({ answer }) => answer !== undefined);
  const isOn = isShown(found.item, today(context));
  return render(itemPage({ frame, item: publicItem(found), questions, isOn }), isOn ? 200 : 410);
}
