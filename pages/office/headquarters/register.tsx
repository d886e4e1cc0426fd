import type { ComponentChildren, JSX } from 'preact';
import {
  instructionStandings,
  memberName,
  standingOf,
  type Instruction,
  type InstructionStanding,
} from '#core/headquarters/headquarters.ts';
import { registerOf, type RegisterQuery } from '#core/headquarters/view-headquarters.ts';
import { dateText, fill, numberText, shortDateText } from '#core/texts/index.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, Table, Tag, type TagColour } from '../../components/facts.tsx';
import { formState, type FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { Layout } from '../../layout.tsx';
import { headquartersAddress } from '../addresses.ts';
import { mayAct, memberText, zoneOf, type HeadquartersProps } from './sheet.ts';

export function HeadquartersFrame(
  props: HeadquartersProps & { readonly title: string; readonly form: FormState; readonly children: ComponentChildren },
): JSX.Element {
  const { frame, view, shown, title, form, done, children } = props;
  const words = headquartersTexts(frame.language);
  const zone = zoneOf(props);
  const views = (['agenda', 'hall', 'protocol', 'instructions', 'setting'] as const).filter((one) =>
    one === 'setting' || one === 'hall' ? mayAct({ ...props, shown: one }) : view.state,
  );
  return (
    <Layout frame={frame} title={`${title} · ${zone.names[frame.language]}`} failed={form.errors.length > 0} wide>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {frameTexts(frame.language).staffMenu.headquarters}: {zone.names[frame.language]}
        </span>
        {title}
      </h1>
      {views.length > 1 && (
        <ChoiceLinks
          label={words.views}
          entries={views.map((one) => ({
            name: words.view[one],
            href: headquartersAddress(zone.zoneId, one),
            isNow: one === shown,
          }))}
        />
      )}
      {view.endedOn !== undefined && (
        <p class="govuk-inset-text">{fill(words.ended, { date: dateText(frame.language, view.endedOn) })}</p>
      )}
      {children}
    </Layout>
  );
}

const colours: Readonly<Record<InstructionStanding, TagColour>> = {
  open: 'blue',
  'past-due': 'red',
  evidence: 'yellow',
  'kept-in-time': 'green',
  'kept-late': 'orange',
};

export const StandingTag = ({
  frame,
  view,
  one,
}: Pick<HeadquartersProps, 'frame' | 'view'> & { readonly one: Instruction }) => {
  const standing = standingOf(one, view.today);
  return <Tag colour={colours[standing]}>{headquartersTexts(frame.language).standings[standing]}</Tag>;
};

export function Instructions(
  props: HeadquartersProps & {
    readonly caption: string;
    readonly empty?: string;
    readonly some: readonly Instruction[];
  },
): JSX.Element {
  const { frame, view, caption, some, empty } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  return (
    <Table
      frame={frame}
      caption={caption}
      empty={empty ?? words.noInstructions}
      columns={[
        { text: words.kinds.instruct },
        { text: words.responsible },
        { text: words.deadline },
        { text: words.project },
        { text: words.standing },
      ]}
      rows={some.map((one) => [
        <a
          key="text"
          class="govuk-link"
          href={headquartersAddress(zoneOf(props).zoneId, 'instruction', { id: one.instructionId })}
        >
          {numberText(language, one.number)}. {one.text}
        </a>,
        memberText(props, one.responsible),
        shortDateText(language, one.deadline),
        one.project?.number ?? '–',
        <StandingTag key="standing" frame={frame} view={view} one={one} />,
      ])}
    />
  );
}

export const registerPage = (props: HeadquartersProps, query: RegisterQuery): JSX.Element => {
  const { frame, view } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  const { zoneId } = zoneOf(props);
  const { figures, instructions } = registerOf(view, query);
  const to = (change: Partial<RegisterQuery> & { readonly as?: string }): string =>
    headquartersAddress(zoneId, 'instructions', { ...query, ...change });
  const people = [
    ...new Map((view.state?.instructions ?? []).map((one) => [memberName(one.responsible), one])).values(),
  ];
  return (
    <HeadquartersFrame {...props} title={words.view.instructions} form={formState()}>
      <dl class="tiles">
        {(['keptInTime', 'keptLate', 'open', 'pastDue'] as const).map((name) => (
          <div key={name} class="tiles__tile">
            <dt class="tiles__term">{words.figures[name]}</dt>
            <dd class="tiles__value">{numberText(language, figures[name])}</dd>
          </div>
        ))}
      </dl>
      <ChoiceLinks
        label={words.standing}
        entries={[undefined, ...instructionStandings].map((standing) => ({
          name: standing ? words.standings[standing] : words.all,
          href: to({ standing }),
          isNow: standing === query.standing,
        }))}
      />
      {people.length > 0 && (
        <ChoiceLinks
          label={words.responsible}
          entries={[
            { name: words.all, href: to({ person: undefined }), isNow: query.person === undefined },
            ...people.map(({ responsible }) => ({
              name: memberText(props, responsible),
              href: to({ person: memberName(responsible) }),
              isNow: query.person === memberName(responsible),
            })),
          ]}
        />
      )}
      <Instructions {...props} caption={words.view.instructions} some={instructions} />
      <p class="govuk-body">
        {(['csv', 'xlsx'] as const).map((form) => (
          <span key={form}>
            <a class="govuk-link" href={to({ as: form })}>
              {words[form]}
            </a>{' '}
          </span>
        ))}
      </p>
    </HeadquartersFrame>
  );
};
