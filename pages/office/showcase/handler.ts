import { languages } from '#core/kernel/common.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { zonesOf } from '#core/reference/view-zone.ts';
import { actOnShowcase } from '#core/showcase/act-on-showcase.ts';
import { ShowcaseAction } from '#core/showcase/proposal.ts';
import { keepItem, newItemId } from '#core/showcase/keep-item.ts';
import { ItemRequest, type Item, type Showcased } from '#core/showcase/showcase.ts';
import { viewShowcase } from '#core/showcase/view-showcase.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { addressOf } from '../../routes.ts';
import { showcaseForms, type ShowcaseForm } from '../../components/showcase-fields.ts';
import { check, type Checked } from '../../kit/check.ts';
import { showcaseIssues, showcaseValues } from '../../kit/showcase-form.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { moneyIn } from '../../kit/values.ts';
import { redirect } from '../../kit/visit.ts';
import { showcaseAddress, showcaseViews } from '../addresses.ts';
import { showcasePage } from './page.tsx';
import { backOf, mayAct, showcaseSheet, type ShowcaseProps } from './sheet.ts';

type OfficeShowcasePorts = Pick<Ports, 'showcase' | 'reference' | 'ids'>;

type Asked =
  { readonly kind: 'item'; readonly request: ItemRequest } | { readonly kind: 'act'; readonly request: ShowcaseAction };

/** What was typed in no language is not there. */
const isTyped = (typed: URLSearchParams, name: string): boolean => (typed.get(name) ?? '').trim() !== '';

function readItem(typed: URLSearchParams, props: ShowcaseProps): Checked<ItemRequest> {
  const fields = showcaseSheet(props).fields.filter(
    ({ name }) => !/^(?:names|about)\./.test(name) || isTyped(typed, name),
  );
  const more = {
    zoneId: props.view.context.zone.zoneId,
    price: moneyIn(typed, 'price'),
    pricePublic: typed.get('pricePublic') === 'true',
    ...(languages.every((one) => !isTyped(typed, `names.${one}`)) && { names: {} }),
    ...(languages.every((one) => !isTyped(typed, `about.${one}`)) && { about: {} }),
  };
  return readForm(
    ItemRequest,
    typed,
    fields.filter(({ name }) => name !== 'pricePublic'),
    more,
  );
}

const formOf = ({ shown }: ShowcaseProps): ShowcaseForm | undefined => showcaseForms.find((one) => one === shown);

function read(typed: URLSearchParams, props: ShowcaseProps): Checked<Asked> {
  if (props.shown === 'add' || props.shown === 'edit') {
    const checked = readItem(typed, props);
    return checked.ok ? { ok: true, value: { kind: 'item', request: checked.value } } : checked;
  }
  const form = formOf(props);
  if (form === undefined) return check(ShowcaseAction, {}) as Checked<never>;
  const checked = check(ShowcaseAction, showcaseValues(form, typed, props.id));
  return checked.ok
    ? { ok: true, value: { kind: 'act', request: checked.value } }
    : { ok: false, issues: showcaseIssues(form, checked.issues) };
}

/** Whether what a form is about is there. */
function isAboutSomething({ shown, id }: ShowcaseProps, { proposals, questions, asked }: Showcased): boolean {
  switch (shown) {
    case 'decide':
    case 'ask':
      return proposals.some(({ proposalId }) => proposalId === id);
    case 'answer':
      return questions.some(({ questionId }) => questionId === id);
    case 'report':
      return asked.some(({ askedId }) => askedId === id);
    default:
      return true;
  }
}

async function opened(
  ports: OfficeShowcasePorts,
  { query, actor, now, frame, event }: StaffVisit,
): Promise<Result<ShowcaseProps>> {
  const shown = showcaseViews.find((one) => one === (query.get('view') ?? 'items'));
  const view = await viewShowcase(ports, { zoneId: query.get('zone') ?? '', actor, now });
  if (!view.ok) return view;
  const isOfItem = shown !== 'items' && shown !== 'add';
  const found = isOfItem ? await ports.showcase.load(query.get('item') ?? '') : undefined;
  const isThere = found?.item.zoneId === view.value.context.zone.zoneId;
  if (shown === undefined || (isOfItem && !isThere)) return fail({ kind: 'not-found' });
  const props: ShowcaseProps = {
    frame: frame(),
    actor,
    view: view.value,
    shown,
    whole: found,
    item: found?.item,
    id: query.get('id') ?? '',
    isDone: query.has('done'),
  };
  if (found && !isAboutSomething(props, found)) return fail({ kind: 'not-found' });
  const isForm = shown !== 'items' && shown !== 'item';
  const isSent = event.requestContext.http.method === 'POST';
  if ((isForm || isSent) && !mayAct(props)) return fail({ kind: 'forbidden' });
  return isSent && !isForm ? fail({ kind: 'not-found' }) : ok(props);
}

function* begun({ item, shown }: ShowcaseProps): Iterable<readonly [string, string]> {
  if (shown === 'report') yield ['amount.currency', 'KZT'];
  if (shown === 'add') yield ['price.currency', 'KZT'];
  if (shown === 'add' || shown === 'edit') yield ['version', String(item?.version ?? 0)];
  if (item === undefined || shown !== 'edit') return;
  const { names, about, hs, aYear, unit, price, pricePublic, buyer, order, validUntil } = item;
  for (const one of languages) {
    yield [`names.${one}`, names[one] ?? ''];
    yield [`about.${one}`, about[one] ?? ''];
  }
  yield* Object.entries({ hs, aYear: String(aYear), unit, validUntil, pricePublic: String(pricePublic) });
  if (price) {
    yield ['price.amount', String(price.amountMinor / 100)];
    yield ['price.currency', price.currency];
  }
  yield* Object.entries(buyer).map(([name, value]) => [`buyer.${name}`, value] as const);
  yield* Object.entries(order).map(([name, value]) => [`order.${name}`, String(value)] as const);
}

async function perform(
  ports: OfficeShowcasePorts,
  { about, request, visit: { actor, now } }: { about: ShowcaseProps; request: Asked; visit: StaffVisit },
): Promise<Result<Item>> {
  if (request.kind === 'item')
    return keepItem(ports, {
      itemId: about.item?.itemId ?? newItemId(ports, request.request),
      request: request.request,
      actor,
      now,
    });
  const done = await actOnShowcase(ports, { itemId: about.item?.itemId ?? '', actor, now, request: request.request });
  if (done.ok) return ok(done.value.item);
  const form = formOf(about);
  return done.failure.kind === 'invalid' && form !== undefined
    ? fail({ kind: 'invalid', issues: showcaseIssues(form, done.failure.issues) })
    : done;
}

export function showcase(ports: OfficeShowcasePorts & FormPorts): FormHandlers {
  const form = staffForm<ShowcaseProps, Asked, undefined, Item>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: showcaseSheet,
    page: showcasePage,
    begin: begun,
    read,
    foresee: () => Promise.resolve(ok(undefined)),
    perform: (judged) => perform(ports, judged),
    words: (failure, { frame }) =>
      failure.kind === 'conflict' || failure.kind === 'not-allowed'
        ? problemTextsOf(frame.language).problems[failure.kind].title
        : undefined,
    done: ({ view }, _, item) => `${backOf({ view, item })}&done`,
  });
  return {
    send: form.send,
    look: async (visit) => {
      if (visit.query.has('zone')) return form.look(visit);
      const [zone] = await zonesOf(ports, visit.actor);
      return redirect(zone ? showcaseAddress(zone.zoneId) : addressOf('/office/access', {}));
    },
  };
}
