import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import type { StageDuration } from '#core/calendar/stage-duration.ts';
import { durationFor, durationVersion } from '#core/calendar/durations.ts';
import { termUnits, unitsIn } from '#core/calendar/term.ts';
import { typeIn } from '#core/project/zone-context.ts';
import { zoneTypeOn } from '#core/reference/zone-type.ts';
import { countText } from '#core/texts/count-text.ts';
import type { LocalDate } from '#core/calendar/local-date.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Table, Tag } from '../../components/facts.tsx';
import { LegalSource } from '../../components/legal-source.tsx';
import type { Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { zonePageAddress } from '../addresses.ts';
import { SettingPage } from '../setting-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
  readonly today: LocalDate;
  readonly done?: string | undefined;
}

const versionsOf = ({ durations, zone }: AdminZoneView, stage: StageId, today: LocalDate): readonly StageDuration[] =>
  durations
    .filter((one) => one.stage === stage)
    .filter(({ zoneType }) => zoneType === undefined || zoneType === zoneTypeOn(zone, today))
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));

function State({ frame, view, today, one }: Props & { readonly one: StageDuration }): JSX.Element {
  const { durations: words } = adminTexts(frame.language);
  if (one.effectiveFrom > today) {
    const withdraw = one.zoneId !== undefined && (
      <a
        class="govuk-link"
        href={zonePageAddress(view.zone.zoneId, '/duration', { stage: one.stage, withdraw: one.effectiveFrom })}
      >
        {words.withdraw}
        <span class="govuk-visually-hidden"> ({textsOf(frame.language).stages[one.stage]})</span>
      </a>
    );
    return (
      <>
        <Tag colour="blue">{words.ahead}</Tag> {withdraw}
      </>
    );
  }
  const current = durationFor(view.durations, view.zone.country, one.stage, today, typeIn(view));
  return current.kind === 'found' && durationVersion(current.duration) === durationVersion(one) ? (
    <Tag colour="green">{words.inForce}</Tag>
  ) : (
    <Tag colour="grey">{words.past}</Tag>
  );
}

export function durationsPage(props: Props): JSX.Element {
  const { frame, view, today, done } = props;
  const { language } = frame;
  const { durations: words } = adminTexts(language);
  const { zone } = view;
  return (
    <SettingPage frame={frame} zone={zone} title={words.title} text={words.text} done={done}>
      {stageIds.map((stage) => (
        <section key={stage}>
          <Table
            frame={frame}
            caption={textsOf(language).stages[stage]}
            columns={[
              { text: words.since },
              { text: words.term },
              { text: words.whose },
              { text: words.state },
              { text: words.source },
            ]}
            rows={versionsOf(view, stage, today).map((one) => [
              dateText(language, one.effectiveFrom),
              unitsIn(one)
                .map((unit) => countText(language, words.units[unit], one[unit] ?? 0))
                .join(),
              one.zoneId !== undefined ? words.ofZone : one.zoneType !== undefined ? words.ofType : words.ofCountry,
              <State {...props} one={one} />,
              <LegalSource language={language} source={one.source} />,
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/duration', { stage })}>
              {words.set}
              <span class="govuk-visually-hidden"> ({textsOf(language).stages[stage]})</span>
            </a>
          </p>
        </section>
      ))}
    </SettingPage>
  );
}

/** A zone's own duration of a stage, or a version that is withdrawn before its day has come. @param withdraw the day of that version */
export function durationSheet({
  frame,
  view: { zone },
  stage,
  withdraw,
}: Pick<Props, 'frame' | 'view'> & { readonly stage: StageId; readonly withdraw?: LocalDate | undefined }): Sheet {
  const { durations: words, preview } = adminTexts(frame.language);
  const caption = textsOf(frame.language).stages[stage];
  const title = withdraw === undefined ? words.setTitle : words.withdraw;
  const own = {
    frame,
    title,
    back: zonePageAddress(zone.zoneId, '/durations'),
    address: zonePageAddress(zone.zoneId, '/duration', { stage, withdraw }),
    button: preview.check,
    review: { title: preview.title, caption: `${caption} · ${title}`, button: preview.save, change: preview.mend },
  };
  if (withdraw !== undefined)
    return {
      ...own,
      text: words.withdrawText,
      caption: `${caption} · ${dateText(frame.language, withdraw)}`,
      fields: [],
    };
  return {
    ...own,
    text: words.setText,
    caption,
    fields: [
      ...termUnits.map((unit, at): Field => ({
        name: unit,
        kind: 'whole',
        label: words[unit],
        ...(at === 0 && { hint: words.oneUnit }),
      })),
      { name: 'effectiveFrom', kind: 'date', label: words.effectiveFrom, hint: words.effectiveHint },
      { name: 'source.title', kind: 'line', label: words.sourceTitle },
      { name: 'source.url', kind: 'line', label: words.sourceUrl, optional: true, spellcheck: false },
    ],
  };
}
