import type { JSX } from 'preact';
import { endings } from '#core/project/event.ts';
import { sectors } from '#core/letter/sector.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { textsOf } from '#core/texts/index.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { listTexts } from '#core/texts/areas/lists.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { workStandings } from '#core/work/work-query.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { Checkbox, Select, type Choice } from '../../components/choices.tsx';
import { formState, type FormState } from '../../components/form-state.ts';
import type { Frame } from '../../frame.ts';
import { listAddress, queryOf, type ListFilter } from '../addresses.ts';

/** A list that can be narrowed. */
type NarrowFilter = Exclude<ListFilter, { readonly by: 'obstacles' }>;

interface Props {
  readonly frame: Frame;
  readonly zone: ZoneView;
  readonly filter: NarrowFilter;
}

const OneOf = ({
  frame,
  form,
  name,
  label,
  choices,
}: {
  readonly frame: Frame;
  readonly form: FormState;
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}): JSX.Element => (
  <Select
    frame={frame}
    form={form}
    name={name}
    label={label}
    blank={false}
    choices={[{ value: '', text: listTexts(frame.language).any }, ...choices]}
  />
);

function Fields({ frame, zone, filter, form }: Props & { readonly form: FormState }): JSX.Element {
  const { language } = frame;
  const words = listTexts(language);
  const { stages, endings: ends } = textsOf(language);
  const ofStages = stageIds.map((value): Choice => ({ value, text: stages[value] }));
  if (filter.by === 'tasks') {
    return (
      <>
        <OneOf frame={frame} form={form} name="stage" label={words.stage} choices={ofStages} />
        {filter.holder === 'office' && (
          <OneOf
            frame={frame}
            form={form}
            name="standing"
            label={deskTexts(language).standing}
            choices={workStandings.map((value): Choice => ({ value, text: deskTexts(language).standings[value] }))}
          />
        )}
        <Checkbox form={form} name="overdue" text={words.overdue} />
        <Checkbox form={form} name="changed" text={deskTexts(language).onlyChanged} />
        {filter.holder === 'office' && <Checkbox form={form} name="mine" text={words.onlyMine} />}
      </>
    );
  }
  return (
    <>
      <OneOf
        frame={frame}
        form={form}
        name="stage"
        label={words.stage}
        choices={[...ofStages, ...endings.map((value): Choice => ({ value, text: ends[value] }))]}
      />
      {zone.forums.length > 0 && (
        <OneOf
          frame={frame}
          form={form}
          name="forum"
          label={words.forum}
          choices={zone.forums.map(({ forumId, names }) => ({ value: forumId, text: names[language] }))}
        />
      )}
      <OneOf
        frame={frame}
        form={form}
        name="sector"
        label={words.sector}
        choices={sectors.map((value) => ({ value, text: sectorTexts(language)[value] }))}
      />
      <Checkbox form={form} name="overdue" text={words.overdue} />
      {filter.q === undefined && <Checkbox form={form} name="sort" value="due" text={words.byDue} />}
    </>
  );
}

/** The same list without what narrows it. */
const wide = (filter: NarrowFilter): NarrowFilter =>
  filter.by === 'tasks'
    ? { by: 'tasks', holder: filter.holder, order: filter.order }
    : { by: 'projects', ...(filter.q !== undefined && { q: filter.q }) };

/** What narrows a list, by a form that asks for another address: it can be kept, sent to a colleague and come back to. */
export function NarrowForm(props: Props): JSX.Element {
  const { frame, zone, filter } = props;
  const words = listTexts(frame.language);
  const isNarrowed = listAddress('', wide(filter)) !== listAddress('', filter);
  const form = formState(Object.entries(queryOf(filter)));
  const kept =
    filter.by === 'tasks'
      ? {
          ...queryOf({ by: 'tasks', holder: filter.holder, worker: filter.worker, order: filter.order }),
          holder: filter.holder,
        }
      : { all: 'true', ...(filter.q !== undefined && { q: filter.q }) };
  return (
    <>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{words.narrow}</span>
        </summary>
        <div class="govuk-details__text">
          <form method="get" action="/office">
            {Object.entries({ zone: zone.zoneId, ...kept }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Fields {...props} form={form} />
            <div class="govuk-button-group">
              <button type="submit" class="govuk-button govuk-button--secondary">
                {words.show}
              </button>
            </div>
          </form>
        </div>
      </details>
      {isNarrowed && (
        <a class="govuk-link" href={listAddress(zone.zoneId, wide(filter))}>
          {words.clear}
        </a>
      )}
    </>
  );
}
