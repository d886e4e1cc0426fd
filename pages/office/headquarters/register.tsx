import type { ComponentChildren, JSX } from 'preact';
import {
  instructionStandings,
  memberName,
  standingOf,
  type Instruction,
  type InstructionStanding,
} from '#core/headquarters/headquarters.ts';
import { readsRegion, registerOf, type RegisterQuery } from '#core/headquarters/view-headquarters.ts';
import { rolesAt } from '#core/kernel/actor.ts';
import { dateText, fill, numberText, shortDateText } from '#core/texts/index.ts';
import { frameTexts } from '#core/texts/areas/frame.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, Table, Tag, type TagColour } from '../../components/facts.tsx';
import { formState, type FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { Layout } from '../../layout.tsx';
import { headquartersAddress } from '../addresses.ts';
import { mayAct, memberText, nameOf, type HeadquartersProps } from './sheet.ts';

/** The headquarters around this one that the reader may look at: those of its zones, and of their region. */
function placesOf({ frame, actor, view }: HeadquartersProps) {
  const { language } = frame;
  if (actor.kind !== 'staff') return [];
  const [{ zone: first }] = view.contexts;
  const own = view.contexts.filter(({ zone }) => rolesAt(actor.memberships, zone).length > 0);
  const region = { headquartersId: first.regionId, scope: 'region' } as const;
  return [
    ...own.map(({ zone }) => ({ name: zone.names[language], of: { headquartersId: zone.zoneId } })),
    ...(readsRegion(view, actor) ? [{ name: headquartersTexts(language).regionLink, of: region }] : []),
  ].map(({ name, of }) => ({
    name,
    href: headquartersAddress(of),
    isNow: 'scope' in of === (view.name.scope === 'region') && of.headquartersId === view.name.headquartersId,
  }));
}

export function HeadquartersFrame(
  props: HeadquartersProps & { readonly title: string; readonly form: FormState; readonly children: ComponentChildren },
): JSX.Element {
  const { frame, view, shown, title, form, done, children } = props;
  const words = headquartersTexts(frame.language);
  const name = nameOf(props);
  const places = placesOf(props);
  const views = (['agenda', 'hall', 'protocol', 'instructions', 'setting'] as const).filter((one) =>
    one === 'setting' || one === 'hall' ? mayAct({ ...props, shown: one }) : view.state,
  );
  return (
    <Layout frame={frame} title={`${title} · ${name}`} failed={form.errors.length > 0} wide>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {frameTexts(frame.language).staffMenu.headquarters}: {name}
        </span>
        {title}
      </h1>
      {places.length > 1 && <ChoiceLinks label={words.places} entries={places} />}
      {views.length > 1 && (
        <ChoiceLinks
          label={words.views}
          entries={views.map((one) => ({
            name: words.view[one],
            href: headquartersAddress(view.name, one),
            isNow: one === shown,
          }))}
        />
      )}
      {view.endedOn !== undefined && (
        <p class="govuk-inset-text">
          {fill(view.name.scope === undefined ? words.ended : words.regionEnded, {
            date: dateText(frame.language, view.endedOn),
          })}
        </p>
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
          href={headquartersAddress(props.view.name, 'instruction', { id: one.instructionId })}
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
  const { figures, instructions } = registerOf(view, query);
  const to = (change: Partial<RegisterQuery> & { readonly as?: string }): string =>
    headquartersAddress(view.name, 'instructions', { ...query, ...change });
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
