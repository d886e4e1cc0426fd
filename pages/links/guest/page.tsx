import type { JSX } from 'preact';
import type { GuestView } from '#core/forums/by-guest.ts';
import { guestTexts } from '#core/texts/areas/guests.ts';
import { daysText } from '#core/texts/index.ts';
import { Notification, SummaryList } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

export interface GuestProps {
  readonly frame: Frame;
  readonly view: GuestView;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
  readonly isDone: boolean;
}

const answerOf = ({ guest }: GuestView) =>
  guest.days.declined !== undefined ? 'declined' : guest.days.accepted === undefined ? undefined : 'accepted';

export function answerSheet({ frame, view, path }: GuestProps): Sheet {
  const words = guestTexts(frame.language);
  return {
    frame,
    title: view.forum.names[frame.language],
    caption: view.context.zone.names[frame.language],
    address: path,
    back: path,
    button: words.send,
    fields: [
      {
        name: 'action',
        kind: 'radios',
        label: words.will,
        choices: (['accepted', 'declined'] as const).map((value) => ({ value, text: words[value] })),
      },
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 },
    ],
  };
}

/** Where a guest of a forum says whether they come. */
export function guestPage(props: GuestProps, form: FormState): JSX.Element {
  const { frame, view, isDone } = props;
  const { language } = frame;
  const words = guestTexts(language);
  const { title, caption } = answerSheet(props);
  const answer = answerOf(view);
  const said = answer && (answer === 'accepted' ? words.isAccepted : words.isDeclined);
  return (
    <Layout frame={frame} title={`${title} · ${caption}`} failed={form.errors.length > 0}>
      {isDone && said !== undefined && <Notification frame={frame}>{said}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{caption}</span>
        {title}
      </h1>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.days, value: daysText(language, view.forum) },
          { term: words.company, value: view.guest.company },
          ...(view.owner === undefined ? [] : [{ term: words.owner, value: view.owner }]),
        ]}
      />
      {said !== undefined && !isDone && <p class="govuk-inset-text">{said}</p>}
      {view.mayAnswer ? (
        <>
          {said !== undefined && <p class="govuk-body">{words.change}</p>}
          <SheetForm sheet={answerSheet(props)} form={form} />
        </>
      ) : (
        <p class="govuk-body">{words.over}</p>
      )}
    </Layout>
  );
}
