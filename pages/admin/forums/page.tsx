import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import type { Forum } from '#core/reference/reference.ts';
import { dateText } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Table } from '../../components/facts.tsx';
import { seenNumber } from '../../components/fields.tsx';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { zonePageAddress } from '../addresses.ts';
import { SettingPage } from '../setting-page.tsx';
import { nameFields } from '../person/role-fields.ts';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

export function forumsPage({
  frame,
  view: { zone },
  done,
}: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const {
    forums: words,
    parties: { name },
  } = adminTexts(language);
  return (
    <SettingPage frame={frame} zone={zone} title={words.title} text={words.text} done={done}>
      <Button href={zonePageAddress(zone.zoneId, '/forum')}>{words.add}</Button>
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        empty={words.none}
        columns={[{ text: name }, { text: words.firstDay }, { text: words.lastDay }]}
        rows={zone.forums
          .toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))
          .map(({ forumId, names, firstDay, lastDay }) => [
            <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/forum', { forum: forumId })}>
              {names[language]}
            </a>,
            dateText(language, firstDay),
            dateText(language, lastDay),
          ])}
      />
    </SettingPage>
  );
}

export function forumSheet({ frame, view: { zone }, forum }: Props & { readonly forum?: Forum | undefined }): Sheet {
  const { language } = frame;
  const { forums: words } = adminTexts(language);
  return {
    frame,
    title: forum ? words.edit : words.add,
    caption: (forum ?? zone).names[language],
    back: zonePageAddress(zone.zoneId, '/forums'),
    address: zonePageAddress(zone.zoneId, '/forum', { forum: forum?.forumId }),
    button: frame.words.save,
    fields: [
      ...nameFields(language),
      { name: 'firstDay', kind: 'date', label: words.firstDay },
      { name: 'lastDay', kind: 'date', label: words.lastDay },
      ...(forum ? [seenNumber('version')] : []),
    ],
  };
}
