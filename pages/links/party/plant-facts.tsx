import type { JSX } from 'preact';
import { utilities } from '#core/kernel/common.ts';
import type { AskedView } from '#core/stages/view-asked.ts';
import { needOf } from '#core/stages/need-of.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { needText } from '#core/texts/need-text.ts';
import { moneyText } from '#core/texts/money.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { SummaryList, type Fact } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';

/** The plant's figures as the investor gave them; what the party's own line must carry comes first. */
export function PlantFacts({ frame, view }: { readonly frame: Frame; readonly view: AskedView }): JSX.Element {
  const { language } = frame;
  const words = partyTexts(language);
  const { letter, need, assignment } = view;
  const others = utilities
    .filter((line) => line !== assignment.line)
    .flatMap((line): string[] => {
      const one = needOf(letter.utilities, line);
      return one ? [`${words.lines[line]}: ${needText(language, one)}`] : [];
    });
  const facts: readonly Fact[] = [
    ...(need ? [{ term: words.need, value: <strong>{needText(language, need)}</strong> }] : []),
    { term: words.production, value: letter.production },
    { term: words.investment, value: moneyText(language, letter.investment) },
    { term: words.jobs, value: numberText(language, letter.jobs) },
    { term: words.land, value: fill(words.hectares, { amount: numberText(language, letter.landHectares) }) },
    { term: words.exportShare, value: fill(words.percent, { percent: numberText(language, letter.exportShare) }) },
    { term: words.wantedStart, value: dateText(language, letter.wantedStart) },
    ...(others.length > 0
      ? [
          {
            term: words.needs,
            value: (
              <ul class="govuk-list">
                {others.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">{words.plant}</h2>
      <SummaryList frame={frame} facts={facts} />
    </>
  );
}
