import type { ReasonCode } from '#core/stages/decision.ts';
import type { Handling } from '#core/project/project-action.ts';
import { partyKindOf } from '#core/work/handling.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import type { Choice } from '../../components/choices.tsx';
import type { Fact } from '../../components/facts.tsx';
import { seenNumber, summaryOf, type Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import { assignmentAddress, handlingAddress } from '../addresses.ts';
import type { AssignmentProps } from '../assignment/page.tsx';
import { stepOf } from './handling-links.tsx';
import { holderName, nameOf } from '../names.ts';
import { workerName } from '../worker-name.ts';

export interface HandlingProps extends AssignmentProps {
  readonly handling: Handling;
}

const reasons: readonly ReasonCode[] = ['other-party', 'no-capacity', 'supplier-late', 'law-changed', 'other'];

function partiesFor({ frame: { language }, assignment, parties }: HandlingProps): {
  readonly choices: readonly Choice[];
  readonly others: readonly Choice[];
} {
  const { holder } = assignment;
  const kind = partyKindOf(assignment);
  const others = parties.filter(
    ({ partyId, endedOn }) => endedOn === undefined && (holder.kind !== 'party' || holder.partyId !== partyId),
  );
  const choice = ({ partyId, names }: HandlingProps['parties'][number]): Choice => ({
    value: partyId,
    text: names[language],
  });
  return {
    choices: others.filter((one) => one.kind === kind).map(choice),
    others: others.filter((one) => one.kind !== kind).map(choice),
  };
}

function fieldsOf(props: HandlingProps): readonly Field[] {
  const {
    frame: { language },
    handling,
  } = props;
  const words = handlingTexts(language);
  switch (handling) {
    case 'hand-over':
      return [
        { name: 'partyId', kind: 'radios', label: words.party, othersTitle: words.otherKinds, ...partiesFor(props) },
        {
          name: 'reasonCode',
          kind: 'select',
          label: words.reason,
          choices: reasons.map((value) => ({ value, text: textsOf(language).reasons[value] })),
        },
        { name: 'reason', kind: 'text', label: words.explanation },
      ];
    case 'send-again':
      return [seenNumber('sentAgain')];
    case 'renew-link':
      return [seenNumber('linkVersion')];
    case 'take':
      return [{ name: 'from', kind: 'unseen', label: '' }];
    case 'give-back':
      return [];
  }
}

/** What the reader saw when they came: another state in between is noticed by it. */
export const seenIn = ({
  assignment: { sentAgain = 0, linkVersion = 0, assignee },
  handling,
}: HandlingProps): readonly (readonly [string, string])[] => {
  switch (handling) {
    case 'send-again':
      return [['sentAgain', String(sentAgain)]];
    case 'renew-link':
      return [['linkVersion', String(linkVersion)]];
    case 'take':
      return assignee === undefined ? [] : [['from', assignee]];
    default:
      return [];
  }
};

export function handlingSheet(props: HandlingProps): Sheet {
  const {
    frame,
    view: { number, contact },
    assignment,
    office,
    handling,
  } = props;
  const { language } = frame;
  const { steps, preview } = handlingTexts(language);
  const { title, text, button } = steps[stepOf(handling, assignment)];
  const worker = assignment.assignee === undefined ? '' : workerName(frame, office, assignment.assignee);
  const about = {
    title,
    caption: `${number} · ${capital(language, nameOf(frame, assignment))}`,
    text: fill(text, { due: dateText(language, assignment.due), worker }),
  };
  const address = handlingAddress(assignment.assignmentId, handling);
  return {
    frame,
    ...about,
    address,
    back: assignmentAddress(assignment.assignmentId),
    button: preview,
    fields: fieldsOf(props),
    review: { ...about, button, mendable: handling === 'hand-over', contact },
  };
}

export function handlingFacts(props: HandlingProps, typed: URLSearchParams): readonly Fact[] {
  const { frame, parties, assignment, handling } = props;
  const words = handlingTexts(frame.language);
  if (handling === 'send-again') return [{ term: words.sentAgain, value: String(assignment.sentAgain ?? 0) }];
  if (handling !== 'hand-over') return [];
  return [
    { term: words.from, value: holderName(frame, assignment.holder, parties) },
    ...summaryOf(frame, fieldsOf(props), typed),
    { term: words.due, value: dateText(frame.language, assignment.due) },
  ];
}
