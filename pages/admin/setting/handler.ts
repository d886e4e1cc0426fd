import { SettingChange, type AdminZoneView, type PreviewView } from '#core/people/administration.ts';
import type { AuditEntry } from '#core/people/audit.ts';
import { isLocalDate, yearOf, type LocalDate } from '#core/calendar/local-date.ts';
import { staffDay } from '#core/people/membership.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { dateText } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changeSetting } from '#core/people/change-setting.ts';
import { previewChange, type PreviewPorts } from '#core/people/preview-change.ts';
import { optionalIn } from '#core/stages/definition.ts';
import { askedAtFirst, askedPage, askedSheet, mayLeaveOut, typeSheet } from '#pages/admin/setting/asked-page.tsx';
import { calendarPage, daySheet } from '#pages/admin/setting/calendar-page.tsx';
import { durationSheet, durationsPage } from '#pages/admin/setting/durations-page.tsx';
import { previewPage } from '#pages/admin/setting/preview-page.tsx';
import type { Sheet } from '#pages/components/sheet.tsx';
import type { Frame } from '#pages/frame.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { textIn } from '../../kit/values.ts';
import { render } from '../../kit/visit.ts';
import { adminWords } from '../admin-form.ts';
import { aboutZone, openZone } from '../zone/handler.ts';

type SettingPorts = AdminPorts & PreviewPorts & FormPorts;

export const calendar = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, ({ frame, query, now }, { zone }) => {
    const today = staffDay(now);
    const year = [yearOf(today), yearOf(today) + 1].find((one) => String(one) === query.get('year')) ?? yearOf(today);
    return render(calendarPage({ frame: frame(), zone, year, today, done: query.get('done') ?? undefined }));
  });

export const durations = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, ({ frame, query, now }, view) =>
    render(durationsPage({ frame: frame(), view, today: staffDay(now), done: query.get('done') ?? undefined })),
  );

interface Change {
  readonly frame: Frame;
  readonly view: AdminZoneView;
  readonly sheet: Sheet;
  /** What its form does not ask for. */
  readonly base: object;
  readonly day?: { readonly term: string; readonly date: LocalDate } | undefined;
  readonly done: AuditEntry['what'];
  readonly begin?: [string, string][];
  readonly read?: (typed: URLSearchParams) => Checked<SettingChange>;
}

const changeForm = (
  ports: SettingPorts,
  open: (visit: StaffVisit, view: AdminZoneView) => Change | undefined,
): FormHandlers =>
  staffForm<Change, SettingChange, PreviewView, unknown>(ports, {
    open: async (visit) => {
      const view = await openZone(ports, visit);
      if (!view.ok) return view;
      const change = open(visit, view.value);
      return change ? ok(change) : fail({ kind: 'not-found' });
    },
    sheet: ({ sheet }) => sheet,
    begin: ({ begin = [] }) => begin,
    read: (typed, { sheet, base, read }) => read?.(typed) ?? readForm(SettingChange, typed, sheet.fields, base),
    foresee: ({
      about: {
        view: {
          zone: { zoneId },
        },
      },
      request,
      typed,
      visit: { actor, now },
    }) => previewChange(ports, { actor, now, zoneId, change: request, after: textIn(typed, 'after') }),
    perform: ({
      about: {
        view: {
          zone: { zoneId },
        },
      },
      request,
      visit: { actor, now },
    }) => changeSetting(ports, { actor, now, zoneId, change: request }),
    review: ({ about: { frame, sheet, day }, request, typed }, preview) =>
      previewPage(sheet, preview, {
        typed,
        ofDay: 'date' in request,
        ...(day && { facts: [{ term: day.term, value: dateText(frame.language, day.date) }] }),
      }),
    done: ({ sheet, done }) => `${sheet.back}?done=${done}`,
    words: adminWords,
  });

/** The day that an address names: undefined for none, `wrong` for what is none. */
function dayIn({ query }: StaffVisit, name: string): LocalDate | 'wrong' | undefined {
  const date = query.get(name) ?? undefined;
  return date === undefined || isLocalDate(date) ? date : 'wrong';
}

export const day = (ports: SettingPorts): FormHandlers =>
  changeForm(ports, (visit, view) => {
    const remove = dayIn(visit, 'remove');
    if (remove === 'wrong') return undefined;
    const frame = visit.frame();
    const own = { frame, view, sheet: daySheet({ frame, zone: view.zone, remove }) };
    if (remove === undefined) return { ...own, base: { change: 'set-day' }, done: 'override-added' };
    return {
      ...own,
      base: { change: 'clear-day', date: remove },
      day: { term: adminTexts(frame.language).override.date, date: remove },
      done: 'override-removed',
    };
  });

export const duration = (ports: SettingPorts): FormHandlers =>
  changeForm(ports, (visit, view) => {
    const stage = stageIds.find((one) => one === visit.query.get('stage'));
    const withdraw = dayIn(visit, 'withdraw');
    if (stage === undefined || withdraw === 'wrong') return undefined;
    const frame = visit.frame();
    const own = { frame, view, sheet: durationSheet({ frame, view, stage, withdraw }) };
    if (withdraw === undefined) return { ...own, base: { change: 'set-duration', stage }, done: 'duration-added' };
    return {
      ...own,
      base: { change: 'withdraw-duration', stage, effectiveFrom: withdraw },
      day: { term: adminTexts(frame.language).durations.effectiveFrom, date: withdraw },
      done: 'duration-withdrawn',
    };
  });

export const asked = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, ({ frame, query, now }, view) =>
    render(askedPage({ frame: frame(), view, today: staffDay(now), done: query.get('done') ?? undefined })),
  );

function typeChange(visit: StaffVisit, view: AdminZoneView, withdraw: LocalDate | undefined): Change {
  const frame = visit.frame();
  const own = { frame, view, sheet: typeSheet({ frame, view, withdraw }) };
  if (withdraw === undefined) return { ...own, base: { change: 'set-type' }, done: 'type-changed' };
  return {
    ...own,
    base: { change: 'withdraw-type', effectiveFrom: withdraw },
    day: { term: adminTexts(frame.language).durations.effectiveFrom, date: withdraw },
    done: 'type-withdrawn',
  };
}

export const stage = (ports: SettingPorts): FormHandlers =>
  changeForm(ports, (visit, view) => {
    const withdraw = dayIn(visit, 'withdraw');
    if (withdraw === 'wrong') return undefined;
    if (visit.query.get('of') === 'type') return typeChange(visit, view, withdraw);
    const stage = stageIds.find((one) => one === visit.query.get('stage') && optionalIn(one).length > 0);
    if (stage === undefined) return undefined;
    const frame = visit.frame();
    const today = staffDay(visit.now);
    const own = { frame, view, sheet: askedSheet({ frame, view, today, stage, withdraw }) };
    if (withdraw !== undefined)
      return {
        ...own,
        base: { change: 'withdraw-asked', stage, effectiveFrom: withdraw },
        day: { term: adminTexts(frame.language).durations.effectiveFrom, date: withdraw },
        done: 'asked-withdrawn',
      };
    return {
      ...own,
      base: {},
      begin: askedAtFirst({ frame, view, today }, stage),
      read: (typed) => {
        const without = mayLeaveOut(view.zone, stage, today).filter((kind) => typed.get(`asked.${kind}`) === 'no');
        const others = own.sheet.fields.filter(({ kind }) => kind !== 'radios');
        return readForm(SettingChange, typed, others, { change: 'set-asked', stage, without });
      },
      done: 'asked-changed',
    };
  });
