import type { JSX } from 'preact';
import { auditKinds } from '#core/people/audit.ts';
import type { Membership } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';
import { languageNames, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { PersonView } from '#core/people/people.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { peopleAddress, personFormAddress } from '../addresses.ts';
import { placeName, roleText, type PeopleNames } from '../names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: PersonView;
  readonly names: PeopleNames;
  readonly done?: string | undefined;
}

function Roles({ frame, view: { person, own, zones }, names }: Props): JSX.Element {
  const { language } = frame;
  const { people, person: words } = adminTexts(language);
  const link = (form: 'end' | 'deputy', text: string, one: Membership) => (
    <a class="govuk-link" href={personFormAddress(form, person.personId, membershipName(one))}>
      {text}
      <span class="govuk-visually-hidden">
        {' '}
        ({textsOf(language).roles[one.role]}, {placeName(language, one, zones)})
      </span>
    </a>
  );
  return (
    <Table
      frame={frame}
      caption={people.roles}
      columns={[{ text: people.roles }, { text: words.roleAt }, { text: words.deputy }, { text: words.endRole }]}
      rows={own.map((one) => [
        roleText(language, one, names),
        placeName(language, one, zones),
        one.insteadOf === undefined ? link('deputy', words.deputy, one) : '',
        link('end', words.endRole, one),
      ])}
    />
  );
}

export function personPage(props: Props): JSX.Element {
  const {
    frame,
    view: { person, own, elsewhere },
    done,
  } = props;
  const { language } = frame;
  const { people, person: words, what } = adminTexts(language);
  const { personId, name, email, signedIn } = person;
  const kind = auditKinds.find((one) => one === done);
  const [first] = own;
  return (
    <Layout
      frame={frame}
      title={name}
      {...(first && { back: peopleAddress({ scope: first.scope, scopeId: first.scopeId }) })}
      wide
    >
      {kind && <Notification frame={frame}>{what[kind]}</Notification>}
      <h1 class="govuk-heading-l">{name}</h1>
      <SummaryList
        frame={frame}
        facts={[
          { term: people.email, value: email },
          { term: people.language, value: languageNames[person.language] },
          { term: people.account, value: signedIn ? people.signedIn : people.waiting },
        ]}
      />
      {elsewhere > 0 ? (
        <p class="govuk-inset-text">
          {words.elsewhere} {words.cannotEdit}
        </p>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={personFormAddress('edit', personId)}>
            {words.edit}
          </a>
        </p>
      )}
      <Roles {...props} />
      <div class="govuk-button-group">
        <Button kind="secondary" href={personFormAddress('role', personId)}>
          {words.giveRole}
        </Button>
        <Button kind="warning" href={personFormAddress('end', personId)}>
          {words.endAll}
        </Button>
      </div>
    </Layout>
  );
}
