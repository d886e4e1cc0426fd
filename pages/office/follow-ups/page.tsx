import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { followUpTexts } from '#core/texts/areas/follow-ups.ts';
import { dateText } from '#core/texts/index.ts';
import type { FollowUp } from '#core/work/follow-ups.ts';
import type { Choice } from '../../components/choices.tsx';
import { Notification } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { followUpsAddress, listAddress, projectAddress } from '../addresses.ts';
import { EntryList } from '../work-list/entry-list.tsx';

export interface FollowUpsProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly followUps: readonly FollowUp[];
  /** The one that is done or moves. */
  readonly changed: FollowUp | undefined;
  /** Who of the office can do it, by their ids. */
  readonly staff: readonly Choice[];
  readonly isDone: boolean;
}

function fieldsOf({ frame: { language }, changed, staff }: FollowUpsProps): readonly Field[] {
  const words = followUpTexts(language);
  if (changed)
    return [
      {
        name: 'act',
        kind: 'radios',
        label: words.act,
        choices: [
          { value: 'done', text: words.isDone },
          { value: 'move', text: words.isMoved },
        ],
      },
      { name: 'on', kind: 'date', label: words.movedTo, optional: true },
    ];
  return [
    { name: 'text', kind: 'text', label: words.what, rows: 3 },
    { name: 'on', kind: 'date', label: words.on },
    { name: 'who', kind: 'select', label: words.who, choices: staff },
  ];
}

export function followUpSheet(props: FollowUpsProps): Sheet {
  const { frame, view, changed } = props;
  const words = followUpTexts(frame.language);
  const { projectId, number, company } = view;
  return {
    frame,
    title: changed ? words.change : words.make,
    ...(changed && { text: `${dateText(frame.language, changed.on)}: ${changed.text}` }),
    caption: `${number} · ${company}`,
    address: followUpsAddress(projectId, changed?.followUpId),
    back: changed ? followUpsAddress(projectId) : projectAddress(projectId),
    button: words.save,
    fields: fieldsOf(props),
  };
}

export function followUpsPage(props: FollowUpsProps, form: FormState): JSX.Element {
  const { frame, view, followUps, isDone, staff } = props;
  const words = followUpTexts(frame.language);
  const { projectId, number, company } = view;
  const nameOf = (id: string): string => staff.find(({ value }) => value === id)?.text ?? id;
  return (
    <Layout
      frame={frame}
      title={`${words.title} · ${number}`}
      failed={form.errors.length > 0}
      back={projectAddress(projectId)}
    >
      {isDone && <Notification frame={frame}>{words.saved}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {number} · {company}
        </span>
        {words.title}
      </h1>
      <p class="govuk-body">{words.text}</p>
      <EntryList
        frame={frame}
        entries={followUps.map(({ followUpId, text, on, who }) => ({
          key: followUpId,
          href: followUpsAddress(projectId, followUpId),
          name: text,
          hint: `${dateText(frame.language, on)} · ${nameOf(who)}`,
        }))}
        empty={words.none}
      />
      <h2 class="govuk-heading-m">{words.make}</h2>
      <SheetForm sheet={followUpSheet(props)} form={form} />
    </Layout>
  );
}

/** The reader's own of a zone, each with the page on which it is done or moved. */
export function myFollowUpsPage({
  frame,
  zone,
  today,
  followUps,
}: {
  readonly frame: Frame;
  readonly zone: { readonly zoneId: string; readonly name: string };
  readonly today: string;
  readonly followUps: readonly FollowUp[];
}): JSX.Element {
  const words = followUpTexts(frame.language);
  return (
    <Layout
      frame={frame}
      title={`${words.mine} · ${zone.name}`}
      back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.name}</span>
        {words.mine}
      </h1>
      <p class="govuk-body">{words.text}</p>
      <EntryList
        frame={frame}
        entries={followUps.map(({ followUpId, projectId, number, text, on }) => ({
          key: followUpId,
          href: followUpsAddress(projectId, followUpId),
          name: text,
          hint: number,
          due: dateText(frame.language, on),
          overdue: on < today,
        }))}
        empty={words.none}
      />
    </Layout>
  );
}
