import { SettingChange, type AdminZoneView } from '#core/people/administration.ts';
import type { AuditEntry } from '#core/people/audit.ts';
import type { Language } from '#core/kernel/common.ts';
import { isLocalDate, yearOf } from '#core/calendar/local-date.ts';
import { staffDay } from '#core/people/membership.ts';
import type { Failure, Result } from '#core/kernel/result.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changeSetting } from '#core/people/change-setting.ts';
import { previewChange, type PreviewPorts } from '#core/people/preview-change.ts';
import type { Fact } from '#web/components/facts.tsx';
import { filled, type Filled } from '#web/components/filled.ts';
import { zonePageAddress } from '#web/admin/addresses.ts';
import { calendarPage, clearDayPage, dayPage } from '#web/admin/calendar-page.tsx';
import { durationPage, durationsPage, withdrawPage } from '#web/admin/durations-page.tsx';
import { previewPage } from '#web/admin/preview-page.tsx';
import { check, type Checked, type Labels } from '../pages/check.ts';
import type { StaffHandler, StaffVisit } from '../pages/staff-page.ts';
import { present, textIn, wholeIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { refused } from './admin-page.ts';
import { aboutZone } from './zone.ts';

type SettingPorts = AdminPorts & PreviewPorts;

/** The calendar of a year: this one or the next. */
export const calendar = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame, query, now }, { zone }) => {
  const today = staffDay(now);
  const year = [yearOf(today), yearOf(today) + 1].find((one) => String(one) === query.get('year')) ?? yearOf(today);
  return show(calendarPage({ frame: frame(), zone, year, today, done: query.get('done') ?? undefined }));
});

/** Every duration of a zone's stages. */
export const durations = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame, query, now }, view) =>
  show(durationsPage({ frame: frame(), view, today: staffDay(now), done: query.get('done') ?? undefined })));

/** One form that is looked at before it is saved. */
interface Sheet {
  readonly draw: (form: Filled) => ReturnType<typeof dayPage>;
  readonly request: Checked<SettingChange>;
  readonly labels: Labels;
  readonly title: string;
  readonly caption: string;
  readonly facts: readonly Fact[];
  readonly action: string;
  readonly back: string;
  readonly done: AuditEntry['what'];
  readonly ofDay: boolean;
}

const dayText = (language: Language, date: string | undefined): string => (date !== undefined && isLocalDate(date) ? dateText(language, date) : '');

function daySheet(visit: StaffVisit, { zone }: AdminZoneView): Sheet {
  const { fields, query } = visit;
  const frame = visit.frame();
  const { language } = frame;
  const { override: words, calendar: names } = adminTexts(language);
  const remove = query.get('remove') ?? undefined;
  const field = (name: string) => textIn(fields, name);
  const common = { caption: zone.names[language], back: zonePageAddress(zone.zoneId, '/calendar'), ofDay: true };
  if (remove !== undefined) {
    const request = check(SettingChange, { change: 'clear-day', date: remove });
    return { ...common, request, labels: {}, title: words.removeTitle, facts: [{ term: words.date, value: dayText(language, remove) }], action: zonePageAddress(zone.zoneId, '/day', { remove }), done: 'override-removed', draw: (form) => clearDayPage({ frame, zone, form, date: remove }) };
  }
  const working = { true: true, false: false }[field('working') ?? ''];
  return {
    ...common, title: words.title, action: zonePageAddress(zone.zoneId, '/day'), done: 'override-added',
    request: check(SettingChange, present({ change: 'set-day', date: field('date'), working, reason: field('reason'), source: field('source') })),
    labels: { date: words.date, working: words.state, reason: words.reason, source: words.source },
    facts: [{ term: words.date, value: dayText(language, field('date')) }, { term: words.state, value: working ? names.working : names.off }, { term: words.reason, value: field('reason') ?? '' }, { term: words.source, value: field('source') ?? '' }],
    draw: (form) => dayPage({ frame, zone, form }),
  };
}

function durationSheet(visit: StaffVisit, view: AdminZoneView, stage: StageId): Sheet {
  const { fields, query } = visit;
  const frame = visit.frame();
  const { language } = frame;
  const { durations: words } = adminTexts(language);
  const { zoneId } = view.zone;
  const from = query.get('withdraw') ?? undefined;
  const field = (name: string) => textIn(fields, name);
  const common = { caption: textsOf(language).stages[stage], back: zonePageAddress(zoneId, '/durations'), ofDay: false };
  if (from !== undefined) {
    return { ...common, request: check(SettingChange, { change: 'withdraw-duration', stage, effectiveFrom: from }), labels: {}, title: words.withdraw, facts: [{ term: words.effectiveFrom, value: dayText(language, from) }], action: zonePageAddress(zoneId, '/duration', { stage, withdraw: from }), done: 'duration-withdrawn', draw: (form) => withdrawPage({ frame, view, form, stage, from }) };
  }
  const source = present({ title: field('source.title'), url: field('source.url') });
  return {
    ...common, title: words.setTitle, action: zonePageAddress(zoneId, '/duration', { stage }), done: 'duration-added',
    request: check(SettingChange, present({ change: 'set-duration', stage, workingDays: wholeIn(fields, 'workingDays'), source, effectiveFrom: field('effectiveFrom') })),
    labels: { workingDays: words.workingDays, effectiveFrom: words.effectiveFrom, 'source.title': words.sourceTitle, 'source.url': words.sourceUrl },
    facts: [{ term: words.workingDays, value: field('workingDays') ?? '' }, { term: words.effectiveFrom, value: dayText(language, field('effectiveFrom')) }, { term: words.sourceTitle, value: field('source.title') ?? '' }],
    draw: (form) => durationPage({ frame, view, form, stage }),
  };
}

/** Checks a change, shows what it would do, and makes it when that was seen. */
async function perform(ports: SettingPorts, visit: StaffVisit, { zone: { zoneId } }: AdminZoneView, sheet: Sheet): Promise<Reply> {
  const { actor, now, fields, frame } = visit;
  const again = (failure: Failure): Reply => refused(visit, failure, sheet.labels, sheet.draw);
  if (fields.get('step') === 'mend') return show(sheet.draw(filled(fields)));
  if (!sheet.request.ok) return again({ kind: 'invalid', issues: sheet.request.issues });
  const command = { actor, now, zoneId, change: sheet.request.value };
  if (fields.get('step') === 'save') {
    const made: Result<unknown> = await changeSetting(ports, command);
    return made.ok ? goTo(`${sheet.back}?done=${sheet.done}`) : again(made.failure);
  }
  const preview = await previewChange(ports, { ...command, after: textIn(fields, 'after') });
  return preview.ok ? show(previewPage({ ...sheet, frame: frame(), preview: preview.value, fields })) : again(preview.failure);
}

/** The form of a day. */
export const dayForm = (ports: AdminPorts): StaffHandler => aboutZone(ports, (visit, view) => {
  const sheet = daySheet(visit, view);
  return visit.query.has('remove') && !sheet.request.ok ? problem({ kind: 'not-found' }) : show(sheet.draw(filled()));
});

/** Changes a day, or gives it back. */
export const changeDayByForm = (ports: SettingPorts): StaffHandler => aboutZone(ports, (visit, view) => {
  const sheet = daySheet(visit, view);
  return visit.query.has('remove') && !sheet.request.ok ? problem({ kind: 'not-found' }) : perform(ports, visit, view, sheet);
});

const aboutStage = (ports: AdminPorts, handler: (visit: StaffVisit, view: AdminZoneView, sheet: Sheet) => Promise<Reply> | Reply): StaffHandler => aboutZone(ports, (visit, view) => {
  const stage = stageIds.find((one) => one === visit.query.get('stage'));
  const sheet = stage && durationSheet(visit, view, stage);
  const isNone = sheet === undefined || (visit.query.has('withdraw') && !sheet.request.ok);
  return isNone ? problem({ kind: 'not-found' }) : handler(visit, view, sheet);
});

/** The form of a duration. */
export const durationForm = (ports: AdminPorts): StaffHandler => aboutStage(ports, (_, __, sheet) => show(sheet.draw(filled())));

/** Sets a duration, or withdraws one. */
export const changeDurationByForm = (ports: SettingPorts): StaffHandler => aboutStage(ports, (visit, view, sheet) => perform(ports, visit, view, sheet));
