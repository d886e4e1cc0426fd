import type { JSX } from 'preact';
import type { EmailView } from '#core/api/email-view.ts';
import type { ProjectView } from '#core/api/views.ts';
import { fill } from '#core/texts/index.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { Table, Tag } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { contactAddress, emailAddress } from './addresses.ts';
import { noticeName } from './history/page.tsx';
import { holderName, type Parties } from './names.ts';

export function Undelivered({
  frame,
  view,
  parties,
  undelivered,
}: {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
  readonly undelivered: readonly EmailView[];
}): JSX.Element | null {
  if (undelivered.length === 0) return null;
  const words = handlingTexts(frame.language);
  const history = historyTexts(frame.language);
  const isCorrectable =
    view.allowedActions.includes('correct-contact') && undelivered.some(({ to }) => to === 'investor');
  return (
    <>
      <Table
        frame={frame}
        caption={words.undelivered}
        columns={[{ text: history.email }, { text: history.to }, { text: history.state }]}
        rows={undelivered.toReversed().map((email) => [
          <a class="govuk-link" href={emailAddress(view.projectId, email.rowId)}>
            {noticeName(frame, email)}
          </a>,
          holderName(
            frame,
            email.to === 'party' ? { kind: 'party', partyId: email.partyId ?? '' } : { kind: email.to },
            parties,
          ),
          <Tag colour="red">{history.emailStates[email.state]}</Tag>,
        ])}
      />
      <p class="govuk-body">{words.undeliveredText}</p>
      {isCorrectable && (
        <p class="govuk-body">
          <a class="govuk-link" href={contactAddress(view.projectId)}>
            {words.mendContact}
          </a>
        </p>
      )}
      {undelivered.some(({ to }) => to === 'party') && (
        <p class="govuk-body">{fill(words.partysAddress, { menu: frame.words.staffMenu.administration })}</p>
      )}
    </>
  );
}
