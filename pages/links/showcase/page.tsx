import type { JSX } from 'preact';
import type { OpenedShowcase } from '#core/showcase/showcase-by-link.ts';
import type { ShowcaseLinkView } from '#core/showcase/showcase-views.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { Notification } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { AskedTable, ProposalFacts, ProposalTable, Questions } from '../../components/proposals.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import { ItemFacts, itemName } from '../../components/showcase.tsx';
import type { Frame } from '../../frame.ts';
import { asksAmount, showcaseFields, type FormAbout, type ShowcaseForm } from '../../components/showcase-fields.ts';
import { Layout } from '../../layout.tsx';

export interface Props {
  readonly frame: Frame;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
  readonly link: string;
  readonly opened: OpenedShowcase;
  readonly view: ShowcaseLinkView;
  /** What is filled in, and about which proposal, question or request; absent: nothing. */
  readonly form?: { readonly name: ShowcaseForm; readonly id: string; readonly about: FormAbout } | undefined;
  readonly isDone: boolean;
}

const hrefOf = ({ path }: Props, name: ShowcaseForm, id: string): string =>
  `${path}?${new URLSearchParams({ do: name, id }).toString()}`;

function titleOf({ frame: { language }, view: { unconfirmed }, form }: Props): string {
  const words = showcaseTexts(language);
  if (unconfirmed) return words.confirmTitle;
  switch (form?.name) {
    case undefined:
      return words.proposal;
    case 'decide':
      return words.proposal;
    case 'answer':
    case 'question':
    case 'reply':
      return words.actions[form.name];
    default:
      return words.passport;
  }
}

export function linkSheet(props: Props): Sheet {
  const { frame, path, view, form } = props;
  const words = showcaseTexts(frame.language);
  return {
    frame,
    title: titleOf(props),
    caption: itemName(frame.language, view.item.names),
    fields: form ? showcaseFields(frame.language, form.name, form.about) : [],
    address: form && view.who !== 'party' ? hrefOf(props, form.name, form.id) : path,
    back: path,
    button: words.save,
  };
}

const LinkForm = (props: Props & { readonly state: FormState }): JSX.Element | null => {
  const { frame, form, state } = props;
  if (form === undefined) return null;
  return (
    <SheetForm sheet={linkSheet(props)} form={state}>
      {asksAmount(form.name, form.about) && (
        <MoneyField frame={frame} form={state} name="amount" label={showcaseTexts(frame.language).amount} optional />
      )}
    </SheetForm>
  );
};

function Buyer(props: Props): JSX.Element {
  const { frame, view, opened } = props;
  const { actions } = view;
  return (
    <>
      <ProposalTable
        frame={frame}
        proposals={view.proposals}
        asked={view.asked}
        unit={view.item.unit}
        hrefOf={({ proposalId }) => hrefOf(props, 'decide', proposalId)}
      />
      <Questions
        frame={frame}
        questions={view.questions}
        hrefOf={({ questionId }) => (actions.includes('answer') ? hrefOf(props, 'answer', questionId) : undefined)}
      />
      {view.asked.length > 0 && (
        <AskedTable frame={frame} asked={view.asked} partyOf={partyIn(opened)} hrefOf={() => undefined} />
      )}
      <ItemFacts frame={frame} item={view.item} />
    </>
  );
}

const partyIn =
  ({ context }: OpenedShowcase) =>
  (partyId: string) =>
    context.parties.find((one) => one.partyId === partyId)?.names;

function Proposer(props: Props): JSX.Element {
  const { frame, view, opened, link } = props;
  const words = showcaseTexts(frame.language);
  const [proposal] = view.proposals;
  if (proposal === undefined) return <p class="govuk-body">{words.noProposals}</p>;
  const { actions } = view;
  const { proposalId } = proposal;
  const item = (name: ShowcaseForm, text: string) => (
    <li key={name}>
      <a class="govuk-link" href={hrefOf(props, name, proposalId)}>
        {text}
      </a>
    </li>
  );
  return (
    <>
      {actions.includes('existing') && proposal.contact && (
        <Form frame={frame} action="/letter">
          <input type="hidden" name="proposal" value={link} />
          <Button>{words.letter}</Button>
          <p class="govuk-hint">{words.letterHint}</p>
        </Form>
      )}
      <AskedTable
        frame={frame}
        asked={view.asked}
        partyOf={partyIn(opened)}
        hrefOf={({ askedId, state, partyId, talk }) => {
          if (state !== 'open') return undefined;
          if (partyId === undefined) return hrefOf(props, 'report', askedId);
          return talk.at(-1)?.by === 'party' ? hrefOf(props, 'reply', askedId) : undefined;
        }}
      />
      <Questions frame={frame} questions={view.questions} />
      <p class="govuk-hint">{words.forAll}</p>
      <ul class="govuk-list">
        {actions.includes('question') && item('question', words.actions.question)}
        {actions.includes('leave') &&
          item('decide', actions.includes('existing') ? words.outcome : words.actions.leave)}
      </ul>
      <ProposalFacts frame={frame} proposal={proposal} unit={view.item.unit} />
      <ItemFacts frame={frame} item={view.item} />
    </>
  );
}

function Party(props: Props & { readonly state: FormState }): JSX.Element {
  const { frame, view, opened } = props;
  const [proposal] = view.proposals;
  return (
    <>
      <AskedTable frame={frame} asked={view.asked} partyOf={partyIn(opened)} hrefOf={() => undefined} />
      {view.actions.includes('report') && <LinkForm {...props} />}
      {proposal && <ProposalFacts frame={frame} proposal={proposal} unit={view.item.unit} />}
      <ItemFacts frame={frame} item={view.item} />
      <Questions frame={frame} questions={view.questions} />
    </>
  );
}

function Body(props: Props & { readonly state: FormState }): JSX.Element {
  const { frame, view, form, path } = props;
  const words = showcaseTexts(frame.language);
  const [proposal] = view.proposals;
  if (view.unconfirmed)
    return (
      <>
        {proposal && <ProposalFacts frame={frame} proposal={proposal} unit={view.item.unit} />}
        <Form frame={frame} action={path}>
          <input type="hidden" name="do" value="confirm" />
          <Button>{words.confirm}</Button>
        </Form>
      </>
    );
  if (view.who === 'party') return <Party {...props} />;
  if (form === undefined) return view.who === 'buyer' ? <Buyer {...props} /> : <Proposer {...props} />;
  return (
    <>
      {form.about.proposal && view.who === 'buyer' && (
        <ProposalFacts frame={frame} proposal={form.about.proposal} unit={view.item.unit} />
      )}
      <LinkForm {...props} />
    </>
  );
}

/** What a buyer, a proposer or a party sees by their link, and the form that they have opened. */
export function showcaseLinkPage(props: Props, state: FormState): JSX.Element {
  const { frame, view, form, path, isDone } = props;
  const words = showcaseTexts(frame.language);
  const { title, caption } = linkSheet(props);
  return (
    <Layout
      frame={frame}
      title={`${title} · ${caption}`}
      failed={state.errors.length > 0}
      {...(form && view.who !== 'party' && { back: path })}
      wide
    >
      {isDone && <Notification frame={frame}>{words.done}</Notification>}
      <ErrorSummary frame={frame} form={state} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {title}
      </h1>
      <Body {...props} state={state} />
    </Layout>
  );
}
