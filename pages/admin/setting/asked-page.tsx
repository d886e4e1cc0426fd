import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import type { LocalDate } from '#core/calendar/local-date.ts';
import { askedVersions, withoutOn } from '#core/stages/asked-setting.ts';
import { optionalIn, type StageThing } from '#core/stages/definition.ts';
import { stageSteps } from '#core/stages/assignment-kind.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import type { Zone } from '#core/reference/reference.ts';
import { statedType, typesOf, typeVersions, zoneTypeOn } from '#core/reference/zone-type.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import { Table } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { zonePageAddress } from '../addresses.ts';
import { thingName } from '../names.ts';
import { SettingPage } from '../setting-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
  readonly today: LocalDate;
}

const optionalStages = stageIds.filter((stage) => optionalIn(stage).length > 0);

/** By which law it is a zone, from which day on. */
function Types({ frame, view: { zone }, today }: Props): JSX.Element {
  const { types: words } = zoneWordsTexts(frame.language);
  const { durations } = adminTexts(frame.language);
  const versions = typeVersions(zone);
  const current = versions.find(({ effectiveFrom }) => effectiveFrom <= today);
  return (
    <section>
      <Table
        frame={frame}
        caption={words.title}
        empty={fill(words.notStated, { type: words.names[zoneTypeOn(zone, today)] })}
        columns={[{ text: durations.since }, { text: words.title }, { text: durations.state }]}
        rows={versions.map((one) => [
          dateText(frame.language, one.effectiveFrom),
          words.names[one.zoneType],
          one.effectiveFrom <= today ? (
            one === current ? (
              durations.inForce
            ) : (
              durations.past
            )
          ) : (
            <a
              class="govuk-link"
              href={zonePageAddress(zone.zoneId, '/stage', { of: 'type', withdraw: one.effectiveFrom })}
            >
              {durations.withdraw}
              <span class="govuk-visually-hidden"> ({words.title})</span>
            </a>
          ),
        ])}
      />
      <p class="govuk-body">{words.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/stage', { of: 'type' })}>
          {words.set}
        </a>
      </p>
    </section>
  );
}

/** What each stage of a zone leaves out, from which day on. */
export function askedPage({ frame, view, today, done }: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const { asked: words } = zoneWordsTexts(language);
  const { durations } = adminTexts(language);
  const { zone } = view;
  const inWords = (without: readonly string[]): string =>
    without.length === 0 ? words.all : without.map((one) => thingName(language, one)).join('; ');
  return (
    <SettingPage frame={frame} zone={zone} title={words.title} text={words.text} done={done}>
      <Types frame={frame} view={view} today={today} />
      {optionalStages.map((stage) => (
        <section key={stage}>
          <Table
            frame={frame}
            caption={textsOf(language).stages[stage]}
            empty={`${textsOf(language).stages[stage]}: ${words.all}`}
            columns={[{ text: durations.since }, { text: words.without }, { text: durations.state }]}
            rows={askedVersions(zone, stage).map((one) => [
              dateText(language, one.effectiveFrom),
              one.source === undefined ? inWords(one.without) : `${inWords(one.without)} (${one.source})`,
              one.effectiveFrom <= today ? (
                one === askedVersions(zone, stage).find(({ effectiveFrom }) => effectiveFrom <= today) ? (
                  durations.inForce
                ) : (
                  durations.past
                )
              ) : (
                <a
                  class="govuk-link"
                  href={zonePageAddress(zone.zoneId, '/stage', { stage, withdraw: one.effectiveFrom })}
                >
                  {durations.withdraw}
                  <span class="govuk-visually-hidden"> ({textsOf(language).stages[stage]})</span>
                </a>
              ),
            ])}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/stage', { stage })}>
              {words.set}
              <span class="govuk-visually-hidden"> ({textsOf(language).stages[stage]})</span>
            </a>
          </p>
        </section>
      ))}
    </SettingPage>
  );
}

const fieldOf = (frame: Frame, kind: StageThing): Field => ({
  name: `asked.${kind}`,
  kind: 'radios',
  label: thingName(frame.language, kind),
  choices: [
    { value: 'yes', text: zoneWordsTexts(frame.language).asked.yes },
    { value: 'no', text: zoneWordsTexts(frame.language).asked.no },
  ],
});

/** What may be left out by the law of the type that the zone states. */
export const mayLeaveOut = (zone: Zone, stage: StageId, today: LocalDate): readonly StageThing[] =>
  optionalIn(stage, typeVersions(zone).at(0)?.zoneType ?? statedType(zone, today));

/** What is asked now, of what may be left out. */
export const askedAtFirst = ({ view, today }: Props, stage: StageId): [string, string][] => {
  const without = withoutOn(view.zone, stage, today);
  const source = askedVersions(view.zone, stage).find(({ effectiveFrom }) => effectiveFrom <= today)?.source;
  return [
    ...mayLeaveOut(view.zone, stage, today).map((kind): [string, string] => [
      `asked.${kind}`,
      without.includes(kind) ? 'no' : 'yes',
    ]),
    ...(source === undefined ? [] : [['source', source] satisfies [string, string]]),
  ];
};

/** By which law the zone is one from a day on, or what was said of it and is withdrawn before its day has come. */
export function typeSheet({
  frame,
  view: { zone },
  withdraw,
}: Omit<Props, 'today'> & { readonly withdraw?: LocalDate | undefined }): Sheet {
  const { types: words } = zoneWordsTexts(frame.language);
  const { preview, durations } = adminTexts(frame.language);
  const title = withdraw === undefined ? words.set : durations.withdraw;
  const fields: readonly Field[] = [
    {
      name: 'zoneType',
      kind: 'radios',
      label: words.title,
      choices: typesOf(zone.country).map((value) => ({ value, text: capital(frame.language, words.names[value]) })),
    },
    { name: 'effectiveFrom', kind: 'date', label: durations.effectiveFrom, hint: durations.effectiveHint },
  ];
  return {
    frame,
    title,
    text: withdraw === undefined ? words.setText : durations.withdrawText,
    caption: withdraw === undefined ? words.title : `${words.title} · ${dateText(frame.language, withdraw)}`,
    back: zonePageAddress(zone.zoneId, '/asked'),
    address: zonePageAddress(zone.zoneId, '/stage', { of: 'type', withdraw }),
    button: preview.check,
    fields: withdraw === undefined ? fields : [],
    review: { title: preview.title, caption: `${words.title} · ${title}`, button: preview.save, change: preview.mend },
  };
}

/** What a stage leaves out from a day on, or a version that is withdrawn before its day has come. @param withdraw the day of that version */
export function askedSheet({
  frame,
  view: { zone },
  today,
  stage,
  withdraw,
}: Props & { readonly stage: StageId; readonly withdraw?: LocalDate | undefined }): Sheet {
  const { asked: words } = zoneWordsTexts(frame.language);
  const { preview, durations } = adminTexts(frame.language);
  const caption = textsOf(frame.language).stages[stage];
  const title = withdraw === undefined ? words.set : durations.withdraw;
  const fields: readonly Field[] = [
    ...mayLeaveOut(zone, stage, today).map((kind) => fieldOf(frame, kind)),
    ...(stageSteps[stage].some(({ lawOf }) => lawOf !== undefined)
      ? [{ name: 'source', kind: 'line', label: words.source, hint: words.sourceHint, optional: true } as const]
      : []),
    { name: 'effectiveFrom', kind: 'date', label: durations.effectiveFrom, hint: durations.effectiveHint },
  ];
  return {
    frame,
    title,
    text: withdraw === undefined ? words.setText : durations.withdrawText,
    caption:
      withdraw === undefined ? capital(frame.language, caption) : `${caption} · ${dateText(frame.language, withdraw)}`,
    back: zonePageAddress(zone.zoneId, '/asked'),
    address: zonePageAddress(zone.zoneId, '/stage', { stage, withdraw }),
    button: preview.check,
    fields: withdraw === undefined ? fields : [],
    review: { title: preview.title, caption: `${caption} · ${title}`, button: preview.save, change: preview.mend },
  };
}
